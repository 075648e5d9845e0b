package galley.kit.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import io.smallrye.mutiny.Multi;
import org.jboss.logging.Logger;

import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/**
 * The open streams of this process. While there is one, a single thread follows the log, which
 * every process writes, and tells all of them; none of them has a thread of its own.
 *
 * @param <T> what the log holds
 */
public final class Streams<T extends StreamItem> {
    private static final Logger LOG = Logger.getLogger(Streams.class);
    private static final long PAUSE_MILLIS = 250;
    private static final int BATCH = 500;
    private static final int PAST_BATCH = 100;

    /** How many streams are helped at a time to what is no longer recent. */
    private static final int LOADERS = 4;

    private final StreamLog<T> log;
    private final Duration heartbeat;
    private final Clock clock;
    private final Set<OpenStream<T>> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService loaders =
            Executors.newFixedThreadPool(LOADERS, Thread.ofVirtual().factory());
    private volatile Recent<T> recent = Recent.startingAt(0);
    private volatile boolean stopped;
    private boolean following;

    /**
     * The streams of a log.
     *
     * @param heartbeat how often a silent stream shows that it lives
     */
    public Streams(StreamLog<T> log, Duration heartbeat, Clock clock) {
        this.log = log;
        this.heartbeat = heartbeat;
        this.clock = clock;
    }

    /** How many are open. */
    public int count() {
        return open.size();
    }

    /**
     * A stream that begins now, or goes on where a client was.
     *
     * @param view the data of what is for the client, JSON on one line; null of what is not
     * @param lastEventId the id of the last event that the client got; null or empty for none
     * @param end when it ends
     * @param cutOff ends the connection of a client that takes nothing
     * @throws Problem 400 for an id that no stream gave
     */
    public Multi<Message> open(
            Function<T, String> view, String lastEventId, Instant end, Runnable cutOff) {
        log.catchUp();
        long last = log.last();
        long asked = position(lastEventId, last);
        boolean known = asked == last || log.goesOnFrom(asked);
        long start = known ? asked : last;
        Message greeting = known ? Message.comment(start) : Message.reset(start);
        OpenStream<T> stream = new OpenStream<>(view, start, greeting, end, cutOff);
        return Multi.createBy()
                .repeating()
                .uni(() -> stream.next(this::serve))
                .until(message -> message.equals(Message.END))
                .onFailure()
                .invoke(e -> LOG.warnf(e, "A stream broke off"))
                .onSubscription()
                .invoke(() -> add(stream, last))
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
    public void stop() {
        stopped = true;
        open.forEach(this::endNow);
        loaders.shutdownNow();
    }

    private void endNow(OpenStream<T> stream) {
        stream.end();
        serve(stream);
    }

    private synchronized void add(OpenStream<T> stream, long last) {
        open.add(stream);
        if (stopped) {
            stream.end();
        } else if (!following) {
            following = true;
            recent = Recent.startingAt(last);
            Thread.ofVirtual().name("stream-log").start(this::follow);
        }
    }

    private synchronized boolean isNeeded() {
        following = !stopped && !open.isEmpty();
        return following;
    }

    private void follow() {
        Instant nextBeat = clock.instant().plus(heartbeat);
        while (isNeeded()) {
            readOn();
            Instant now = clock.instant();
            boolean isBeat = !now.isBefore(nextBeat);
            nextBeat = isBeat ? now.plus(heartbeat) : nextBeat;
            open.forEach(stream -> look(stream, now, isBeat));
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void look(OpenStream<T> stream, Instant now, boolean isBeat) {
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
            log.catchUp();
            List<T> more;
            do {
                more = log.after(recent.last(), BATCH);
                recent = recent.with(more);
            } while (more.size() == BATCH);
        } catch (RuntimeException e) {
            // requests and readiness say that the database is away; the streams wait
            LOG.debugf(e, "Streams wait");
        }
    }

    private void serve(OpenStream<T> stream) {
        long from = stream.serve(recent);
        if (from >= 0 && !loaders.isShutdown()) {
            loaders.execute(() -> load(stream, from));
        }
    }

    private void load(OpenStream<T> stream, long from) {
        try {
            stream.loaded(log.after(from, PAST_BATCH), recent);
            serve(stream);
        } catch (RuntimeException e) {
            LOG.debugf(e, "The past waits");
            stream.notLoaded(); // until it is served again
        }
    }
}
