package galley.editorial.desk;

import java.util.List;
import java.util.Map;

/**
 * A desk as it is answered.
 *
 * @param members who works there; none where everybody may
 * @param privileges the least role for a step, where the desk asks for more than usual
 */
public record DeskView(
        String desk,
        boolean fourEyes,
        List<Member> members,
        Map<String, DeskRole> privileges,
        Queue queue) {

    /** Copies. */
    public DeskView {
        members = List.copyOf(members);
        privileges = Map.copyOf(privileges);
    }

    /**
     * Somebody who works in a desk.
     *
     * @param user {@code staff:<pseudonym>}
     * @param name null where it is not known
     */
    public record Member(String user, String name, DeskRole role) {}
}
