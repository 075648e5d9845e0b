package galley.ingest.source;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is registered.
 *
 * @param format a format's name, or {@code auto} (the default)
 * @param pollEvery the usual interval, an ISO 8601 duration; one hour if not given
 * @param fastest the interval to which news shortens the usual one; the usual one if not given
 * @param slowest the interval to which no news lengthens it; the usual one if not given
 * @param rights what may be done with its items
 * @param trusted whether rules may release its items without hands; false if not given
 * @param completeFromPage whether what comes as a teaser is completed from its page; false if not
 *     given
 * @param webSub whether hubs that its feed names are asked to send news (W3C WebSub); false if not
 *     given
 * @param credentials with what its server lets us in
 */
record NewSource(
        @Schema(required = true, examples = "The Tide Letter") String name,
        @Schema(examples = "rss") String format,
        @Schema(required = true, examples = "https://tide-letter.example/feed/") String url,
        @Schema(examples = "PT1H") String pollEvery,
        @Schema(examples = "PT5M") String fastest,
        @Schema(examples = "PT6H") String slowest,
        NewRights rights,
        Boolean trusted,
        Boolean completeFromPage,
        Boolean webSub,
        NewCredentials credentials) {}
