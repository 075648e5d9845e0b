package galley.editorial.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import galley.events.WireName;

/**
 * What is hashed of an entry: all that is stored but its number, the network address, which can be
 * forgotten, and the desk, which entries have not always had. Enumerations are as stored, for what
 * somebody wrote into the database behind our back need not be one of theirs.
 */
record ChainedFields(
        UUID articleId,
        Instant at,
        String actor,
        String step,
        String fromWorkflow,
        String fromPublication,
        String toWorkflow,
        String toPublication,
        Long revisionSeen,
        Long revisionMade,
        int version,
        String note,
        String internalNote,
        String traceId,
        JsonNode details) {

    /** The microseconds are always there, as many as the database keeps. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /**
     * The canonical JSON of the entry, chained to the one before.
     *
     * @param previous the hash of the entry before
     */
    String canonical(String previous) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("actor", actor);
        fields.put("articleId", articleId.toString());
        fields.put("at", TIME.format(at));
        fields.put("details", CanonicalJson.sorted(details));
        fields.put("fromPublication", wireName(fromPublication));
        fields.put("fromWorkflow", wireName(fromWorkflow));
        fields.put("internalNote", internalNote);
        fields.put("note", note);
        fields.put("previous", previous);
        fields.put("revisionMade", revisionMade);
        fields.put("revisionSeen", revisionSeen);
        fields.put("step", step);
        fields.put("toPublication", wireName(toPublication));
        fields.put("toWorkflow", wireName(toWorkflow));
        fields.put("traceId", traceId);
        fields.put("version", version);
        return CanonicalJson.write(fields);
    }

    /** SHA-256 of the canonical JSON in UTF-8, in hexadecimal. */
    String hash(String previous) {
        byte[] text = canonical(previous).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String wireName(String stored) {
        return stored == null ? null : WireName.of(stored);
    }
}
