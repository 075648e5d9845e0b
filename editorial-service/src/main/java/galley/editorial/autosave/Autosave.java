package galley.editorial.autosave;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What somebody was writing.
 *
 * @param baseRevision the revision that it began with
 * @param presentRevision the article's revision now: where it differs, others have saved since
 * @param content the article as the client had it, unchecked
 */
public record Autosave(
        long baseRevision, long presentRevision, Instant savedAt, JsonNode content) {}
