package galley.messaging;

import java.nio.charset.StandardCharsets;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Where something began: the W3C trace context of the first request, which all that follows carries
 * as {@code ce_traceparent}, over however many hops, days and further requests.
 */
public final class Origin {
    private static final String HEADER = "ce_" + Traces.TRACEPARENT;
    private static final ContextKey<String> KEY = ContextKey.named("galley-origin");

    private Origin() {}

    /**
     * The origin of the event that is being applied; where none is, of what begins here, with the
     * current span.
     *
     * @return a {@code traceparent}, or null when there is neither
     */
    public static String current() {
        String carried = Context.current().get(KEY);
        return carried == null ? Traces.currentTraceparent() : carried;
    }

    /**
     * Does something that belongs to what began earlier, with another request: its events get that
     * origin, and the current span is linked to it.
     *
     * @param origin what {@link #current()} was then; null changes nothing
     */
    public static void run(String origin, Runnable work) {
        SpanContext began = Span.fromContext(Traces.context(origin)).getSpanContext();
        Span now = Span.current();
        if (began.isValid() && !began.getTraceId().equals(now.getSpanContext().getTraceId())) {
            now.addLink(began);
        }
        in(Context.current(), origin).wrap(work).run();
    }

    /** The origin that a record carries as a {@code traceparent}, or null. */
    static String of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return null;
        }
        // what is no trace context is not carried on
        return Traces.traceparent(
                Traces.context(new String(header.value(), StandardCharsets.UTF_8)));
    }

    /** The trace that a record belongs to: its origin's, else that of its last hop, or null. */
    static String traceId(Headers headers) {
        String origin = of(headers);
        Context began = origin == null ? Traces.context(headers) : Traces.context(origin);
        SpanContext span = Span.fromContext(began).getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }

    /** The context with an origin, which may be null for none. */
    static Context in(Context context, String origin) {
        return origin == null ? context : context.with(KEY, origin);
    }
}
