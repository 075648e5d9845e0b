package galley.messaging;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** W3C trace context in and out of text. */
final class Traces {
    static final String TRACEPARENT = "traceparent";

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private Traces() {}

    /** The current span as a {@code traceparent}, or null when there is none. */
    static String currentTraceparent() {
        return traceparent(Context.current());
    }

    /** The context's span as a {@code traceparent}, or null when there is none. */
    static String traceparent(Context context) {
        Map<String, String> carrier = HashMap.newHashMap(2);
        W3C.inject(context, carrier, Map::put);
        return carrier.get(TRACEPARENT);
    }

    /**
     * A root context with the span that a {@code traceparent} names; without any when it is null.
     */
    static Context context(String traceparent) {
        return W3C.extract(
                Context.root(),
                traceparent == null ? Map.of() : Map.of(TRACEPARENT, traceparent),
                MapGetter.INSTANCE);
    }

    /** A root context with the span that a record came from. */
    static Context context(Headers headers) {
        Header header = headers.lastHeader(TRACEPARENT);
        return context(
                header == null || header.value() == null
                        ? null
                        : new String(header.value(), StandardCharsets.UTF_8));
    }

    private enum MapGetter implements TextMapGetter<Map<String, String>> {
        INSTANCE;

        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public String get(Map<String, String> carrier, String key) {
            return carrier.get(key);
        }
    }
}
