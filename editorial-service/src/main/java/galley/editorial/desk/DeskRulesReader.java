package galley.editorial.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.content.PlainText;
import galley.editorial.staff.Logins;
import galley.editorial.workflow.Step;
import galley.kit.json.StrictJson;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Reads a desk's rules as they are sent. What only answers have is passed over. */
@ApplicationScoped
class DeskRulesReader {
    private static final int MOST_MEMBERS = 1000;
    private static final String ROLES = "It is one of writer, editor and publisher.";

    private final Logins logins;

    DeskRulesReader(Logins logins) {
        this.logins = logins;
    }

    /**
     * Reads a body.
     *
     * @throws Problem 400, or 422 that names everything that is wrong
     */
    DeskRules read(byte[] body) {
        SentDesk sent = StrictJson.bind(StrictJson.read(body), SentDesk.class);
        List<FieldError> errors = new ArrayList<>();
        var members = members(sent.members(), errors);
        var privileges = privileges(sent.privileges(), errors);
        if (!errors.isEmpty()) {
            throw Problems.unprocessable(errors);
        }
        boolean fourEyes = sent.fourEyes() == null || sent.fourEyes();
        return new DeskRules(fourEyes, members, privileges);
    }

    private Map<String, DeskRole> members(List<SentMember> sent, List<FieldError> errors) {
        Map<String, DeskRole> members = new LinkedHashMap<>();
        if (sent == null) {
            return members;
        }
        if (sent.size() > MOST_MEMBERS) {
            throw Problems.unprocessable(
                    "members", "A desk has at most %,d members.".formatted(MOST_MEMBERS));
        }
        for (int i = 0; i < sent.size(); i++) {
            SentMember member = sent.get(i);
            String field = "members[%d]".formatted(i);
            String user = PlainText.orNull(member.user());
            Optional<DeskRole> role = role(member.role());
            if (user == null || user.length() > Logins.LONGEST) {
                errors.add(new FieldError(field + ".user", "A member is named by a login."));
            } else if (role.isEmpty()) {
                errors.add(new FieldError(field + ".role", ROLES));
            } else if (members.put(logins.actor(user), role.get()) != null) {
                errors.add(new FieldError(field + ".user", "This member is named twice."));
            }
        }
        return members;
    }

    private static Map<String, DeskRole> privileges(
            Map<String, String> sent, List<FieldError> errors) {
        Map<String, DeskRole> privileges = new LinkedHashMap<>();
        if (sent == null) {
            return privileges;
        }
        sent.forEach(
                (name, least) -> {
                    String field = "privileges." + name;
                    Optional<Step> step = step(name);
                    Optional<DeskRole> role = role(least);
                    if (step.isEmpty()) {
                        errors.add(new FieldError(field, "No step of this name can be kept back."));
                    } else if (role.isEmpty()) {
                        errors.add(new FieldError(field, ROLES));
                    } else if (!step.get().isFor(Set.of(role.get().wireName()))) {
                        errors.add(new FieldError(field, "A desk asks for more, never for less."));
                    } else {
                        privileges.put(name, role.get());
                    }
                });
        return privileges;
    }

    private static Optional<DeskRole> role(String name) {
        try {
            return Optional.of(DeskRole.of(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Step> step(String name) {
        return Arrays.stream(Step.values())
                .filter(DeskRules::canAskMoreFor)
                .filter(step -> step.wireName().equals(name))
                .findFirst();
    }

    /**
     * A desk as it is sent.
     *
     * @param desk passed over: the address names the desk
     * @param queue passed over: it follows from the articles
     */
    record SentDesk(
            String desk,
            Boolean fourEyes,
            List<SentMember> members,
            Map<String, String> privileges,
            Object queue) {}

    /**
     * A member as it is sent.
     *
     * @param user a login, or {@code staff:<pseudonym>} as answers have it
     * @param name passed over: the identity provider says it
     */
    record SentMember(String user, String name, String role) {}
}
