package galley.editorial.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import galley.editorial.content.PlainText;
import galley.editorial.content.Times;
import galley.editorial.history.Notes;
import galley.editorial.history.Reason;
import galley.editorial.staff.Logins;
import galley.editorial.workflow.NoteRule;
import galley.editorial.workflow.RejectionReason;
import galley.editorial.workflow.Step;
import galley.kit.json.StrictJson;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problems;

/**
 * Reads the body of a decision. Each takes {@code note} and {@code internalNote}; {@code schedule}
 * also {@code at}; what releases also {@code override}, names of checks; {@code assign} also {@code
 * user} (a login, or a pseudonym as answers have it), {@code desk} and {@code dueAt}, of which null
 * takes away what there was, and what is absent stays; {@code reject} also {@code reason}, of which
 * none is {@code other}.
 */
@ApplicationScoped
class TermsReader {
    private static final Set<String> NOTES = Set.of("note", "internalNote");

    private final Logins logins;

    TermsReader(Logins logins) {
        this.logins = logins;
    }

    /**
     * Reads the body; texts lose the white space around them.
     *
     * @param body null or empty for none
     * @param present who deals with the article now
     * @param now times that are set lie after it
     * @throws galley.kit.problem.Problem 422 when something is missing or wrong, or is in the body
     *     of a decision that does not take it
     */
    Terms read(byte[] body, Step step, Assignment present, Instant now) {
        JsonNode json = json(body);
        refuseOthers(json, step);
        Sent sent = StrictJson.bind(json, Sent.class);
        Reason reason = reason(sent, step.note());
        return switch (step) {
            case SCHEDULE -> new Terms(reason, at(sent, now), null, overridden(sent), false, null);
            case RELEASE, EMERGENCY_RELEASE -> Terms.because(reason).overriding(overridden(sent));
            case ASSIGN ->
                    new Terms(reason, null, assignment(json, sent, present), Set.of(), false, null);
            case REJECT -> Terms.because(reason).rejecting(rejection(sent));
            default -> Terms.because(reason);
        };
    }

    private static JsonNode json(byte[] body) {
        if (body == null || body.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode json = StrictJson.read(body);
        if (!json.isObject()) {
            throw Problems.unprocessable("", "A decision is a JSON object.");
        }
        return json;
    }

    private static void refuseOthers(JsonNode json, Step step) {
        Set<String> others = new TreeSet<>();
        json.fieldNames().forEachRemaining(others::add);
        others.removeAll(NOTES);
        others.removeAll(ofStep(step));
        List<FieldError> errors = new ArrayList<>();
        others.forEach(
                field ->
                        errors.add(
                                new FieldError(
                                        field, "This decision takes no %s.".formatted(field))));
        for (String time : List.of("at", "dueAt")) {
            if (json.path(time).isNumber()) {
                // Jackson would take a number for seconds
                errors.add(new FieldError(time, "A time is text as in RFC 3339."));
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.unprocessable(errors);
        }
    }

    private static Set<String> ofStep(Step step) {
        return switch (step) {
            case SCHEDULE -> Set.of("at", "override");
            case RELEASE, EMERGENCY_RELEASE -> Set.of("override");
            case ASSIGN -> Set.of("user", "desk", "dueAt");
            case REJECT -> Set.of("reason");
            default -> Set.of();
        };
    }

    private static Reason reason(Sent sent, NoteRule rule) {
        Reason reason =
                new Reason(
                        Notes.read("note", sent.note()),
                        Notes.read("internalNote", sent.internalNote()));
        if (rule == NoteRule.REQUIRED && reason.note() == null) {
            throw Problems.unprocessable("note", "This decision says why, in a note.");
        }
        if (rule == NoteRule.INTERNAL_REQUIRED && reason.internalNote() == null) {
            throw Problems.unprocessable(
                    "internalNote", "This decision says why, in a note that stays inside.");
        }
        return reason;
    }

    private static Set<String> overridden(Sent sent) {
        return sent.override() == null ? Set.of() : Set.copyOf(sent.override());
    }

    private static RejectionReason rejection(Sent sent) {
        if (sent.reason() == null) {
            return RejectionReason.OTHER;
        }
        return RejectionReason.named(sent.reason())
                .orElseThrow(
                        () ->
                                Problems.unprocessable(
                                        "reason",
                                        "A reason is one of %s."
                                                .formatted(RejectionReason.names())));
    }

    private static Instant at(Sent sent, Instant now) {
        if (sent.at() == null) {
            throw Problems.unprocessable("at", "This decision says when.");
        }
        if (!sent.at().isAfter(now)) {
            throw Problems.unprocessable("at", "This time has passed.");
        }
        return time("at", sent.at());
    }

    private Assignment assignment(JsonNode json, Sent sent, Assignment present) {
        String user = text("user", sent.user(), Logins.LONGEST);
        String desk = text("desk", sent.desk(), Logins.LONGEST);
        Instant dueAt = time("dueAt", sent.dueAt());
        if (!json.has("user") && !json.has("desk") && !json.has("dueAt")) {
            throw Problems.unprocessable("user", "An assignment names a user, a desk or a time.");
        }
        return new Assignment(
                json.has("user") ? actor(user) : present.assignee(),
                json.has("desk") ? desk : present.desk(),
                json.has("dueAt") ? dueAt : present.dueAt());
    }

    private String actor(String user) {
        return user == null ? null : logins.actor(user);
    }

    private static Instant time(String field, Instant value) {
        if (value == null) {
            return null;
        }
        if (!Times.isWritable(value)) {
            throw Problems.unprocessable(field, "A year has four digits.");
        }
        return Times.asStored(value);
    }

    private static String text(String field, String value, int longest) {
        if (value != null && value.length() > longest) {
            throw Problems.unprocessable(
                    field, "It has at most %,d characters.".formatted(longest));
        }
        return PlainText.orNull(value);
    }

    private record Sent(
            String note,
            String internalNote,
            Instant at,
            String user,
            String desk,
            Instant dueAt,
            List<String> override,
            String reason) {}
}
