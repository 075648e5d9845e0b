package galley.editorial.desk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import galley.editorial.staff.Caller;
import galley.editorial.workflow.Step;

/**
 * What a desk's articles need.
 *
 * @param fourEyes whether somebody other than the last writer approves
 * @param members who works there, by {@code staff:<pseudonym>}; where there are none, everybody
 *     whose token says so may work on the desk's articles
 * @param privileges the least role for a step, by its wire name, where the desk asks for more than
 *     the table of steps
 */
public record DeskRules(
        boolean fourEyes, Map<String, DeskRole> members, Map<String, DeskRole> privileges) {
    /** Of articles without a desk, and of desks that are not kept. */
    public static final DeskRules OPEN = new DeskRules(true, Map.of(), Map.of());

    /** What has to be taken back can't wait for somebody of the desk. */
    private static final Set<Step> EVERYBODYS = Set.of(Step.KILL, Step.WITHHOLD);

    /** Copies. */
    public DeskRules {
        members = Map.copyOf(members);
        privileges = Map.copyOf(privileges);
    }

    /**
     * Whether the caller may take the step on an article of the desk. A desk never gives more than
     * the token does.
     */
    public boolean allows(Step step, Caller caller) {
        return EVERYBODYS.contains(step)
                ? step.isFor(caller.roles())
                : roleOf(caller).filter(role -> suffices(role, step)).isPresent();
    }

    /** Whether a desk can keep the step to a higher role than usual. */
    static boolean canAskMoreFor(Step step) {
        return !step.roles().isEmpty() && !EVERYBODYS.contains(step);
    }

    /** Whether an article of the desk can be given to somebody. */
    public boolean has(String person) {
        return members.isEmpty() || members.containsKey(person);
    }

    /** Whether the caller has at least this role in the desk. */
    boolean has(DeskRole least, Caller caller) {
        return roleOf(caller).filter(role -> role.isAtLeast(least)).isPresent();
    }

    private boolean suffices(DeskRole role, Step step) {
        DeskRole least = privileges.get(step.wireName());
        return step.isFor(Set.of(role.wireName())) && (least == null || role.isAtLeast(least));
    }

    private Optional<DeskRole> roleOf(Caller caller) {
        Optional<DeskRole> general = DeskRole.highest(caller.roles());
        if (members.isEmpty()) {
            return general;
        }
        return Optional.ofNullable(members.get(caller.actor().id()))
                .flatMap(here -> general.map(role -> role.isAtLeast(here) ? here : role));
    }
}
