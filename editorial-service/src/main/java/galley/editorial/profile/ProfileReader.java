package galley.editorial.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import galley.events.Kind;
import galley.events.WireName;
import galley.kit.json.StrictJson;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Reads profiles as they are sent. */
final class ProfileReader {
    /** More parts than any article needs. */
    private static final int MOST = 100;

    private ProfileReader() {}

    /**
     * Reads a profile.
     *
     * @param kind the one that it is for; a body that names another is wrong
     * @throws Problem 400, or 422 that names each field that is wrong
     */
    static Profile read(byte[] body, Kind kind) {
        ProfileView sent = StrictJson.bind(StrictJson.read(body), ProfileView.class);
        List<FieldError> errors = new ArrayList<>();
        if (sent.kind() != null && sent.kind() != kind) {
            errors.add(new FieldError("kind", "The address names another kind."));
        }
        Map<PartType, PartRule> parts = sent.parts() == null ? Map.of() : sent.parts();
        parts.forEach((type, rule) -> look(type, rule, errors));
        if (!errors.isEmpty()) {
            throw Problems.unprocessable(errors);
        }
        return new Profile(distinct(sent.fields()), distinct(parts));
    }

    private static void look(PartType type, PartRule rule, List<FieldError> errors) {
        String at = "parts." + WireName.of(type);
        if (rule == null) {
            errors.add(new FieldError(at, "It is a JSON object."));
            return;
        }
        if (rule.atLeast() < 0 || rule.atLeast() > MOST) {
            errors.add(
                    new FieldError(
                            at + ".atLeast", "It is a number from 0 to %d.".formatted(MOST)));
        }
        for (int i = 0; i < rule.fields().size(); i++) {
            if (!rule.fields().get(i).isOf(type)) {
                errors.add(new FieldError("%s.fields[%d]".formatted(at, i), fieldsOf(type)));
            }
        }
    }

    private static String fieldsOf(PartType type) {
        String fields =
                Arrays.stream(PartField.values())
                        .filter(field -> field.isOf(type))
                        .map(PartField::wireName)
                        .collect(Collectors.joining(", "));
        return fields.isEmpty()
                ? "No field can be asked of parts of this type."
                : "Of parts of this type it is one of " + fields + ".";
    }

    private static Map<PartType, PartRule> distinct(Map<PartType, PartRule> parts) {
        return parts.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                it ->
                                        new PartRule(
                                                it.getValue().atLeast(),
                                                distinct(it.getValue().fields()))));
    }

    private static <T> List<T> distinct(List<T> fields) {
        return fields == null ? List.of() : fields.stream().distinct().toList();
    }
}
