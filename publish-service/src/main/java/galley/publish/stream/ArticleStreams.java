package galley.publish.stream;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiated;
import io.smallrye.mutiny.Multi;

import galley.kit.problem.Problem;
import galley.kit.stream.Message;
import galley.kit.stream.StreamLog;
import galley.kit.stream.Streams;
import galley.publish.announcement.AnnouncementLog;

/** The open streams of this process, over the log of announcements. */
@ApplicationScoped
class ArticleStreams {
    private final Streams<ToldArticle> streams;

    ArticleStreams(
            AnnouncementLog log,
            ArticleEvents events,
            StreamConfig config,
            Clock clock,
            MeterRegistry meters) {
        streams = new Streams<>(new Told(log, events), config.heartbeat(), clock);
        meters.gauge("galley.stream.open", streams, Streams::count);
    }

    /**
     * A stream that begins now, or goes on where a client was.
     *
     * @param lastEventId the id of the last event that the client got; null or empty for none
     * @param cutOff ends the connection of a client that takes nothing
     * @throws Problem 400 for an id that no stream gave
     */
    Multi<Message> open(Wanted wanted, String lastEventId, Runnable cutOff) {
        return streams.open(article -> article.dataFor(wanted), lastEventId, Instant.MAX, cutOff);
    }

    /** Ends all streams before the service waits for its requests to end. */
    @ShutdownDelayInitiated
    void stop() {
        streams.stop();
    }

    private record Told(AnnouncementLog log, ArticleEvents events)
            implements StreamLog<ToldArticle> {
        @Override
        public void catchUp() {
            log.giveAllPositions();
        }

        @Override
        public long last() {
            return log.head().last();
        }

        @Override
        public boolean goesOnFrom(long position) {
            return log.head().goesOnFrom(position);
        }

        @Override
        public List<ToldArticle> after(long position, int most) {
            return log.after(position, most).stream()
                    .map(announcement -> new ToldArticle(announcement, events))
                    .toList();
        }
    }
}
