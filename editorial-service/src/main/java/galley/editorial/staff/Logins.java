package galley.editorial.staff;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import galley.operations.staff.Staff;

/** People as requests name them: by their logins. */
@ApplicationScoped
public class Logins {
    /** The most characters that a person's name in a request has. */
    public static final int LONGEST = 200;

    private static final Pattern PSEUDONYM =
            Pattern.compile("staff:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Staff staff;

    Logins(Staff staff) {
        this.staff = staff;
    }

    /**
     * The person whom somebody names.
     *
     * @param user a login, whether or not its person was ever here, or a pseudonym as answers have
     *     it
     * @return {@code staff:<pseudonym>}
     */
    public String actor(String user) {
        return PSEUDONYM.matcher(user).matches() ? user : staff.actor(user);
    }

    /**
     * The logins of people, as {@link #actor} names them.
     *
     * @param actors what is no pseudonym is passed over
     * @return by actor; without those who were erased
     */
    public Map<String, String> of(Collection<String> actors) {
        return staff.subjects(
                actors.stream().filter(actor -> PSEUDONYM.matcher(actor).matches()).toList());
    }
}
