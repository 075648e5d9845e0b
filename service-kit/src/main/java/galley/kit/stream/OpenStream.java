package galley.kit.stream;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * One client's stream. It holds nothing for a client that does not take it: the client asks for the
 * next message once the last one has left, and the stream looks from its position on what that is.
 *
 * @param <T> what the log holds
 */
class OpenStream<T extends StreamItem> {
    /** Heartbeats during which a client may take nothing, though something waits. */
    private static final int MOST_MISSED = 2;

    private final Function<T, String> view;
    private final Instant end;
    private final Runnable cutOff;
    private final Deque<Message> first = new ArrayDeque<>();

    /** Of the past, for a client that comes back or lags behind; empty most of the time. */
    private final Deque<T> past = new ArrayDeque<>();

    /** How far the log was known when the past was asked for. */
    private long pastKnownTo;

    private long position;
    private UniEmitter<? super Message> asking;
    private boolean isBehind;
    private boolean loading;
    private boolean beat;
    private boolean ended;
    private int missed;

    /**
     * A stream that goes on from a position.
     *
     * @param view the data of what is for the client; null of what is not
     * @param end when it ends
     * @param cutOff ends the connection of a client that takes nothing
     */
    OpenStream(
            Function<T, String> view,
            long position,
            Message greeting,
            Instant end,
            Runnable cutOff) {
        this.view = view;
        this.position = position;
        this.first.add(greeting);
        this.end = end;
        this.cutOff = cutOff;
    }

    /** The next message, once there is one; {@link Message#END} when nothing follows. */
    Uni<Message> next(Consumer<OpenStream<T>> server) {
        return Uni.createFrom()
                .emitter(
                        emitter -> {
                            ask(emitter);
                            server.accept(this);
                        });
    }

    private synchronized void ask(UniEmitter<? super Message> emitter) {
        asking = emitter;
        missed = 0;
    }

    /**
     * Answers a client that asks, if there is something for it.
     *
     * @return the position from which the database is to be read for it; negative for none
     */
    long serve(Recent<T> recent) {
        UniEmitter<? super Message> emitter;
        Message message;
        synchronized (this) {
            if (asking == null) {
                return -1;
            }
            message = find(recent);
            if (message == null) {
                boolean load = isBehind && !loading;
                if (load) {
                    loading = true;
                    pastKnownTo = recent.last();
                }
                return load ? position : -1;
            }
            emitter = asking;
            asking = null;
        }
        emitter.complete(message); // not under the lock: the client may ask again at once
        return -1;
    }

    private Message find(Recent<T> recent) {
        if (ended) {
            return Message.END;
        }
        if (!first.isEmpty()) {
            return first.remove();
        }
        if (recent.takenBack() > pastKnownTo) {
            past.clear();
        }
        while (!past.isEmpty()) {
            Message message = message(past.remove());
            if (message != null) {
                return message;
            }
        }
        isBehind = !recent.goesOnFrom(position);
        if (!isBehind) {
            for (T item : recent.after(position)) {
                Message message = message(item);
                if (message != null) {
                    return message;
                }
            }
        }
        if (beat) {
            beat = false;
            return Message.comment(position);
        }
        return null;
    }

    private Message message(T item) {
        position = item.position();
        String data = view.apply(item);
        return data == null ? null : new Message(position, item.name(), data);
    }

    /**
     * What was read for it from the database. Positions have no gaps: where one is missing, it was
     * removed just now, and the client reads everything again.
     */
    synchronized void loaded(List<T> items, Recent<T> recent) {
        loading = false;
        if (items.isEmpty() || items.getFirst().position() != position + 1) {
            position = recent.last();
            first.add(Message.reset(position));
        } else {
            past.addAll(items);
        }
    }

    /** The database could not be read. */
    synchronized void notLoaded() {
        loading = false;
    }

    /** Time for a sign of life; who took nothing since the one before the last is cut off. */
    void heartbeat() {
        boolean isStuck;
        synchronized (this) {
            beat = true;
            missed = asking == null ? missed + 1 : 0;
            isStuck = missed > MOST_MISSED;
        }
        if (isStuck) {
            cutOff.run();
        }
    }

    /** Ends the stream if it is time. */
    synchronized void tick(Instant now) {
        ended = ended || !now.isBefore(end);
    }

    /** Ends the stream, so that the client comes back, perhaps to another process. */
    synchronized void end() {
        ended = true;
    }
}
