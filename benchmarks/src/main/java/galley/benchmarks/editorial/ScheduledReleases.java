package galley.benchmarks.editorial;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import galley.benchmarks.Spread;
import galley.localstack.TokenIssuer;

/** Lets articles go out by themselves, and sees in their histories how late each was. */
final class ScheduledReleases {
    static final int ARTICLES = 60;
    static final int TIMES = 20;

    /** Long enough to write and schedule all of them. */
    private static final Duration AHEAD = Duration.ofSeconds(20);

    private static final Duration STEP = Duration.ofMillis(700);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(11);
    private final Colleague writer;
    private final Colleague publisher;

    /**
     * @param port of any replica
     */
    ScheduledReleases(TokenIssuer tokens, int port) {
        writer = new Colleague(port, tokens, "writer", "writer");
        publisher = new Colleague(port, tokens, "publisher", "publisher");
    }

    /**
     * From the time that each article was scheduled for to its release, in milliseconds.
     *
     * @throws IllegalStateException when one was not released
     */
    Spread lateness() throws Exception {
        Map<String, Instant> scheduled = new LinkedHashMap<>();
        Instant first = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(AHEAD);
        for (int i = 0; i < ARTICLES; i++) {
            Instant at = first.plus(STEP.multipliedBy(i % TIMES));
            scheduled.put(schedule(at), at);
        }
        Instant last = first.plus(STEP.multipliedBy(TIMES));
        Thread.sleep(Duration.between(Instant.now(), last));
        var millis = new double[ARTICLES];
        int i = 0;
        for (var each : scheduled.entrySet()) {
            Duration late = Duration.between(each.getValue(), released(each.getKey()));
            millis[i++] = late.toNanos() / 1e6;
        }
        return new Spread(millis);
    }

    private String schedule(Instant at) throws Exception {
        String id = writer.create("{\"headline\": \"%s\"}".formatted(Words.some(6, random)));
        writer.decide(id, "submit", 1);
        publisher.decide(id, "approve", 2);
        publisher.decide(id, "schedule", 3, "{\"at\": \"%s\"}".formatted(at));
        return id;
    }

    private Instant released(String id) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        Optional<Instant> released = releasedSoFar(id);
        while (released.isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Article " + id + " did not go out");
            }
            Thread.sleep(100);
            released = releasedSoFar(id);
        }
        return released.get();
    }

    private Optional<Instant> releasedSoFar(String id) throws Exception {
        JsonNode history = json.readTree(publisher.get("/v1/articles/" + id + "/history"));
        return StreamSupport.stream(history.path("items").spliterator(), false)
                .filter(entry -> entry.path("step").asText().equals("release"))
                .map(entry -> Instant.parse(entry.path("at").asText()))
                .findFirst();
    }
}
