package galley.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A source as clients see it. */
record SourceAnswer(
        UUID id,
        long revision,
        String name,
        String kind,
        String state,
        String format,
        String url,
        String pollEvery,
        Instant nextPollAt,
        Instant createdAt) {

    static SourceAnswer of(Source source) {
        return new SourceAnswer(
                source.id,
                source.revision,
                source.name,
                source.kind.name().toLowerCase(Locale.ROOT),
                source.state.name().toLowerCase(Locale.ROOT),
                source.format,
                source.url,
                source.pollSeconds == null
                        ? null
                        : Duration.ofSeconds(source.pollSeconds).toString(),
                source.nextPollAt,
                source.createdAt);
    }
}
