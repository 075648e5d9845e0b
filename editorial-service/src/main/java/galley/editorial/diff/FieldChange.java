package galley.editorial.diff;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A field that says something else.
 *
 * @param field as the article's JSON names it; what is inside another with a dot between them
 * @param before what it said; JSON null for nothing
 * @param after what it says; JSON null for nothing
 * @param words of plain text, word by word; null for anything else
 */
public record FieldChange(
        String field,
        JsonNode before,
        JsonNode after,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Run> words) {}
