package galley.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import galley.events.SourceRights;

/**
 * A source as clients see it.
 *
 * @param pollEvery its usual interval
 * @param pace the interval at which it is polled now, between the fastest and the slowest
 * @param movedFrom the address it had before its server gave another for good, or null
 * @param credentials with what its server lets us in, without the secret; or null
 */
record SourceAnswer(
        UUID id,
        long revision,
        String name,
        String kind,
        String state,
        String format,
        String url,
        String movedFrom,
        String pollEvery,
        String fastest,
        String slowest,
        String pace,
        Instant nextPollAt,
        Instant createdAt,
        SourceRights rights,
        boolean trusted,
        boolean completeFromPage,
        boolean webSub,
        KeptCredentials credentials,
        Wellbeing health) {

    /** What may be told of credentials. */
    record KeptCredentials(String type, String name) {}

    /**
     * How a source does.
     *
     * @param failures how many fetches in a row have failed
     * @param lastFailure why the last one that failed did
     * @param silent whether it has brought nothing for longer than it usually does
     */
    record Wellbeing(
            Instant lastSuccessAt,
            Instant lastFailureAt,
            int failures,
            String lastFailure,
            Instant lastItemAt,
            double itemsADay,
            boolean silent) {}

    static SourceAnswer of(Source source, Traffic traffic) {
        var pace = source.pace == null ? new Pace() : source.pace;
        return new SourceAnswer(
                source.id,
                source.revision,
                source.name,
                source.kind.name().toLowerCase(Locale.ROOT),
                source.state.name().toLowerCase(Locale.ROOT),
                source.format,
                source.url,
                source.movedFrom,
                duration(pace.pollSeconds),
                duration(pace.fastestSeconds),
                duration(pace.slowestSeconds),
                duration(pace.paceSeconds),
                pace.nextPollAt,
                source.createdAt,
                source.rights,
                source.trusted,
                source.completeFromPage,
                source.webSub,
                credentials(source.credentials),
                new Wellbeing(
                        source.health.lastSuccessAt,
                        source.health.lastFailureAt,
                        source.health.failures,
                        source.health.lastFailure,
                        traffic.lastItemAt(),
                        traffic.itemsADay(),
                        traffic.silent()));
    }

    private static KeptCredentials credentials(Credentials kept) {
        return kept == null ? null : new KeptCredentials(kept.typeName(), kept.name);
    }

    private static String duration(Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds).toString();
    }
}
