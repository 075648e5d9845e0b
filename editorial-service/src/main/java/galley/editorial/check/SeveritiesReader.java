package galley.editorial.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import galley.kit.json.StrictJson;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Reads severities as they are sent: {@code {"long-headline": "off", "embargo": "block"}}. */
final class SeveritiesReader {
    private static final Map<String, Severity> SEVERITIES =
            Map.of("block", Severity.BLOCK, "warn", Severity.WARN, "off", Severity.OFF);

    private SeveritiesReader() {}

    /**
     * Reads a body.
     *
     * @param checks the names of all checks
     * @throws Problem 400, or 422 that names each unknown check and severity
     */
    static Map<String, Severity> read(byte[] body, Set<String> checks) {
        JsonNode json = StrictJson.read(body);
        if (!json.isObject()) {
            throw Problems.unprocessable("", "It is a JSON object of checks and severities.");
        }
        List<FieldError> errors = new ArrayList<>();
        Map<String, Severity> severities = new TreeMap<>();
        for (Map.Entry<String, JsonNode> set : json.properties()) {
            Severity severity = SEVERITIES.get(set.getValue().asText());
            if (!checks.contains(set.getKey())) {
                errors.add(new FieldError(set.getKey(), "There is no check of this name."));
            } else if (severity == null || !set.getValue().isTextual()) {
                errors.add(new FieldError(set.getKey(), "It is one of block, warn and off."));
            } else {
                severities.put(set.getKey(), severity);
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.unprocessable(errors);
        }
        return severities;
    }
}
