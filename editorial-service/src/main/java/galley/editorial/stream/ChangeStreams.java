package galley.editorial.stream;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiated;
import io.smallrye.mutiny.Multi;

import galley.kit.problem.Problem;
import galley.kit.stream.Message;
import galley.kit.stream.Streams;

/** The open streams of this process, over the change log. */
@ApplicationScoped
class ChangeStreams {
    private final Streams<ChangeItem> streams;

    ChangeStreams(StreamItems items, StreamConfig config, Clock clock, MeterRegistry meters) {
        streams = new Streams<>(items, config.heartbeat(), clock);
        meters.gauge("galley.stream.open", streams, Streams::count);
    }

    /**
     * A stream that begins now, or goes on where a client was.
     *
     * @param lastEventId the id of the last event that the client got; null or empty for none
     * @param end when it ends
     * @param cutOff ends the connection of a client that takes nothing
     * @throws Problem 400 for an id that no stream gave
     */
    Multi<Message> open(Wanted wanted, String lastEventId, Instant end, Runnable cutOff) {
        return streams.open(
                item -> wanted.has(item) ? item.data() : null, lastEventId, end, cutOff);
    }

    /** Ends all streams before the service waits for its requests to end. */
    @ShutdownDelayInitiated
    void stop() {
        streams.stop();
    }
}
