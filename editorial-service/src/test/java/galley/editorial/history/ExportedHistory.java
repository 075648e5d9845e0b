package galley.editorial.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Verifies an export as somebody would who has only the documentation: it reads each entry, writes
 * it again in the canonical form, and hashes that.
 */
final class ExportedHistory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> FIELDS =
            Set.of(
                    "actor",
                    "articleId",
                    "at",
                    "details",
                    "fromPublication",
                    "fromWorkflow",
                    "internalNote",
                    "note",
                    "previous",
                    "revisionMade",
                    "revisionSeen",
                    "step",
                    "toPublication",
                    "toWorkflow",
                    "traceId",
                    "version");

    private final List<JsonNode> lines = new ArrayList<>();

    ExportedHistory(String export) {
        export.lines().forEach(line -> lines.add(read(line)));
    }

    /** What is wrong with it; empty when nothing is. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        String previous = "0".repeat(64);
        for (JsonNode line : lines) {
            JsonNode entry = line.path("entry");
            Set<String> fields = new TreeSet<>();
            entry.fieldNames().forEachRemaining(fields::add);
            if (!fields.equals(FIELDS)) {
                faults.add(line.path("id") + " has the fields " + fields);
            }
            if (!entry.path("previous").asText().equals(previous)) {
                faults.add(line.path("id") + " does not name the entry before it");
            }
            if (!hash(entry).equals(line.path("hash").asText())) {
                faults.add(line.path("id") + " hashes to something else");
            }
            previous = line.path("hash").asText();
        }
        return faults;
    }

    List<JsonNode> entries() {
        return lines.stream().map(line -> line.path("entry")).toList();
    }

    List<Long> ids() {
        return lines.stream().map(line -> line.path("id").asLong()).toList();
    }

    List<String> hashes() {
        return lines.stream().map(line -> line.path("hash").asText()).toList();
    }

    static String hash(JsonNode entry) {
        try {
            byte[] text = canonical(entry).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String canonical(JsonNode value) {
        if (value.isObject()) {
            Set<String> names = new TreeSet<>();
            value.fieldNames().forEachRemaining(names::add);
            return "{"
                    + String.join(
                            ",",
                            names.stream()
                                    .map(name -> text(name) + ":" + canonical(value.path(name)))
                                    .toList())
                    + "}";
        }
        if (value.isArray()) {
            return "["
                    + String.join(",", value.valueStream().map(ExportedHistory::canonical).toList())
                    + "]";
        }
        return value.isTextual() ? text(value.textValue()) : value.toString();
    }

    private static String text(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            switch (unit) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(unit < ' ' ? "\\u%04x".formatted((int) unit) : unit);
            }
        }
        return text.append('"').toString();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
