package galley.editorial.intake;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A place that both a source and the staff changed since the source's revision that was last taken.
 *
 * @param field as the article's JSON names it, of the reprint {@code reprint.…} and of its media
 *     {@code media.…}; {@code text} for a block of the text
 * @param before what the source said before; JSON null for nothing
 * @param source what it says now; JSON null for nothing
 */
public record SourceConflict(String field, JsonNode before, JsonNode source) {}
