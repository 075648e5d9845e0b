package galley.publish.ready;

import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.util.AttributeKey;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.runtime.ShutdownDelayInitiated;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

import galley.publish.rate.Rates;

/**
 * Has what is ready given on a connection itself. Half of what a ready answer costs else is what
 * the platform makes of its request: a context, a span that nobody records, and a walk through the
 * routes. Where spans are recorded every request has one, and the platform gives what is ready.
 */
@ApplicationScoped
class ReadyConnections {
    private static final AttributeKey<Boolean> WATCHED = AttributeKey.valueOf("galley.ready");
    private static final String ENCODER = "httpEncoder";
    private static final String PLATFORM = "handler";

    private final Rates rates;
    private final ReadyMetrics metrics;
    private final boolean traced;
    private volatile boolean stopping;

    ReadyConnections(Rates rates, ReadyMetrics metrics, Sampler sampler) {
        this.rates = rates;
        this.metrics = metrics;
        this.traced = !sampler.equals(Sampler.alwaysOff());
    }

    /** From now on each answer tells its client that the connection ends; the platform's do. */
    @ShutdownDelayInitiated
    void stop() {
        stopping = true;
    }

    /**
     * Watches a connection from its first request on, which has just come to the platform. Of
     * HTTP/2 it is left to the platform: there the requests of a connection are not in a row.
     *
     * @param request the first
     * @param ready what is ready for a question and a tag that may be null; null for nothing
     */
    void watch(HttpServerRequest request, BiFunction<Question, String, ReadyAnswer> ready) {
        var connection = request.connection();
        var channel = ((ConnectionBase) connection).channel();
        if (channel.hasAttr(WATCHED)) {
            return;
        }
        channel.attr(WATCHED).set(true);
        var encoder = channel.pipeline().context(ENCODER);
        // one that has ended was kept from the platform, and others may wait behind it
        if (encoder != null && !request.isEnded()) {
            var address = connection.remoteAddress().hostAddress();
            BiFunction<Question, String, ReadyAnswer> given =
                    (question, tag) -> traced || stopping ? null : ready.apply(question, tag);
            var requests = new PipeliningHandler();
            var handler =
                    new ReadyHandler(
                            encoder, requests, given, () -> rates.standing(address), metrics);
            channel.pipeline()
                    .addBefore(PLATFORM, "galley.pipelining", requests)
                    .addBefore(PLATFORM, "galley.ready", handler);
        }
    }
}
