package galley.ingest.source;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is registered.
 *
 * @param format a format's name, or {@code auto} (the default)
 * @param pollEvery an ISO 8601 duration; one hour if not given
 */
record NewSource(
        @Schema(required = true, examples = "The Tide Letter") String name,
        @Schema(examples = "rss") String format,
        @Schema(required = true, examples = "https://tide-letter.example/feed/") String url,
        @Schema(examples = "PT1H") String pollEvery) {}
