package galley.editorial.stream;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiated;
import io.smallrye.mutiny.Multi;
import org.jboss.logging.Logger;

import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/**
 * The open streams of this process. While there is one, a single thread follows the change log,
 * which every process writes, and tells all of them; none of them has a thread of its own.
 */
@ApplicationScoped
class Streams {
    private static final Logger LOG = Logger.getLogger(Streams.class);
    private static final long PAUSE_MILLIS = 250;
    private static final int BATCH = 500;
    private static final int PAST_BATCH = 100;

    /** How many streams are helped at a time to what is no longer recent. */
    private static final int LOADERS = 4;

    private final ChangeLog log;
    private final StreamItems items;
    private final StreamConfig config;
    private final Clock clock;
    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService loaders =
            Executors.newFixedThreadPool(LOADERS, Thread.ofVirtual().factory());
    private volatile Recent recent = Recent.startingAt(0);
    private volatile boolean stopped;
    private boolean following;

    Streams(
            ChangeLog log,
            StreamItems items,
            StreamConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.log = log;
        this.items = items;
        this.config = config;
        this.clock = clock;
        meters.gaugeCollectionSize("galley.stream.open", List.of(), open);
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
        log.giveAllPositions();
        LogHead head = log.head();
        long asked = position(lastEventId, head.last());
        boolean known = head.goesOnFrom(asked);
        long start = known ? asked : head.last();
        Message greeting = known ? Message.comment(start) : Message.reset(start);
        OpenStream stream = new OpenStream(wanted, start, greeting, end, cutOff);
        return Multi.createBy()
                .repeating()
                .uni(() -> stream.next(this::serve))
                .until(message -> message.equals(Message.END))
                .onFailure()
                .invoke(e -> LOG.warnf(e, "A stream broke off"))
                .onSubscription()
                .invoke(() -> add(stream, head))
                .onTermination()
                .invoke(() -> open.remove(stream));
    }

    private static long position(String lastEventId, long last) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return last;
        }
        if (!lastEventId.matches("[0-9]{1,18}")) {
            throw Problems.badRequest("Last-Event-ID is the id of an event of this stream.");
        }
        return Long.parseLong(lastEventId);
    }

    /**
     * Ends all streams before the service waits for its requests to end; the clients come back to
     * another process, or to the next one here.
     */
    @ShutdownDelayInitiated
    void stop() {
        stopped = true;
        open.forEach(this::endNow);
        loaders.shutdownNow();
    }

    private void endNow(OpenStream stream) {
        stream.end();
        serve(stream);
    }

    private synchronized void add(OpenStream stream, LogHead head) {
        open.add(stream);
        if (stopped) {
            stream.end();
        } else if (!following) {
            following = true;
            recent = Recent.startingAt(head.last());
            Thread.ofVirtual().name("change-log").start(this::follow);
        }
    }

    private synchronized boolean isNeeded() {
        following = !stopped && !open.isEmpty();
        return following;
    }

    private void follow() {
        Instant nextBeat = clock.instant().plus(config.heartbeat());
        while (isNeeded()) {
            readOn();
            Instant now = clock.instant();
            boolean isBeat = !now.isBefore(nextBeat);
            nextBeat = isBeat ? now.plus(config.heartbeat()) : nextBeat;
            open.forEach(stream -> look(stream, now, isBeat));
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void look(OpenStream stream, Instant now, boolean isBeat) {
        try {
            if (isBeat) {
                stream.heartbeat();
            }
            stream.tick(now);
            serve(stream);
        } catch (RuntimeException e) {
            LOG.warnf(e, "A stream could not be served");
        }
    }

    private void readOn() {
        try {
            log.giveAllPositions();
            List<StreamItem> more;
            do {
                more = items.after(recent.last(), BATCH);
                recent = recent.with(more);
            } while (more.size() == BATCH);
        } catch (RuntimeException e) {
            // requests and readiness say that the database is away; the streams wait
            LOG.debugf(e, "Changes wait");
        }
    }

    private void serve(OpenStream stream) {
        long from = stream.serve(recent);
        if (from >= 0 && !loaders.isShutdown()) {
            loaders.execute(() -> load(stream, from));
        }
    }

    private void load(OpenStream stream, long from) {
        try {
            stream.loaded(items.after(from, PAST_BATCH), recent);
            serve(stream);
        } catch (RuntimeException e) {
            LOG.debugf(e, "The past waits");
            stream.notLoaded(); // until it is served again
        }
    }
}
