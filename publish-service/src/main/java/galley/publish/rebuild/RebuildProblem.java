package galley.publish.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that an operator should look at.
 *
 * @param topic the record that could not be applied stands there; null where it is about no record
 * @param key the article's id or the page's key, or null
 */
@Schema(name = "RebuildProblem")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RebuildProblem(String topic, Integer partition, Long offset, String key, String reason) {}
