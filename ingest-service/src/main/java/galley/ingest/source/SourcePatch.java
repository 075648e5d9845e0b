package galley.ingest.source;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A merge patch (RFC 7396): what is not named stays. See {@link NewSource}. */
record SourcePatch(
        String name,
        String format,
        String url,
        @Schema(examples = "PT15M") String pollEvery,
        @Schema(examples = "PT5M") String fastest,
        @Schema(examples = "PT6H") String slowest,
        @Schema(examples = "paused") String state,
        NewRights rights,
        Boolean trusted,
        Boolean completeFromPage,
        Boolean webSub,
        NewCredentials credentials) {}
