package galley.publish.ready;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerResponseContext;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.ContextLocals;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import galley.publish.rate.Rates;
import galley.publish.ready.ReadyAnswer.Header;

/**
 * Gives an answer again, byte for byte, to whoever asks the same while all that it was made of is
 * as it was. Only answers that say that they are {@code public} are kept.
 */
@ApplicationScoped
class ReadyAnswers {
    /** Before all that costs something. */
    private static final int EARLY = 2_000;

    /** The last of the response filters. */
    private static final int LAST = 0;

    private static final String MAKING = "galley.ready.making";

    /** Where the platform notes which address an answer is counted and traced under. */
    private static final String TEMPLATE = "UrlPathTemplate";

    /** Say something to one client alone. */
    private static final List<String> ONE_CLIENTS_OWN = List.of("RateLimit", "RateLimit-Policy");

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int LARGEST = 2 * 1024 * 1024;

    private final Cache<Question, ReadyAnswer> answers;
    private final Changes changes;
    private final Rates rates;
    private final ReadyConnections connections;

    ReadyAnswers(ReadyConfig config, Changes changes, Rates rates, ReadyConnections connections) {
        this.changes = changes;
        this.rates = rates;
        this.connections = connections;
        this.answers =
                Caffeine.newBuilder()
                        .maximumWeight(config.size().asLongValue())
                        .weigher((Question asked, ReadyAnswer it) -> asked.size() + it.size())
                        .build();
    }

    /**
     * An answer that is being made.
     *
     * @param every what every answer says, by the filters that came before
     */
    private record Making(Question question, long moment, List<Header> every) {}

    void register(@Observes Filters filters) {
        filters.register(this::answer, EARLY);
    }

    private void answer(RoutingContext routing) {
        var request = routing.request();
        connections.watch(request, this::findUnlessDue);
        var question =
                READING.contains(request.method())
                        ? Question.of(request.uri(), request.headers())
                        : null;
        if (question != null) {
            var ifNoneMatch = request.headers().get(HttpHeaders.IF_NONE_MATCH);
            var ready = find(question, ifNoneMatch);
            if (ready != null && !isTheirsToMake(ready, request)) {
                if (ready.template() != null) {
                    ContextLocals.put(TEMPLATE, ready.template());
                }
                if (request.path().startsWith(Rates.API)) {
                    rates.standing(request.remoteAddress().hostAddress())
                            .ifPresent(it -> it.tell(routing.response()::putHeader));
                }
                ready.send(request, routing.response(), ifNoneMatch);
                return;
            }
            if (request.method().equals(HttpMethod.GET)) {
                var every = fields(routing.response().headers());
                routing.put(MAKING, new Making(question, changes.now(), every));
            }
        }
        routing.next();
    }

    /**
     * What is ready, and still true.
     *
     * @param ifNoneMatch the header, or null
     * @return null for nothing
     */
    private ReadyAnswer find(Question question, String ifNoneMatch) {
        var ready = answers.getIfPresent(question);
        return ready != null
                        && ready.answers(ifNoneMatch)
                        && ready.isTrue(changes, System.nanoTime())
                ? ready
                : null;
    }

    private ReadyAnswer findUnlessDue(Question question, String ifNoneMatch) {
        var ready = find(question, ifNoneMatch);
        return ready == null || ready.isDue(System.nanoTime()) ? null : ready;
    }

    private static boolean isTheirsToMake(ReadyAnswer ready, HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET)
                && ready.isDue(System.nanoTime())
                && ready.claim();
    }

    @ServerResponseFilter(priority = LAST)
    void keep(ContainerResponseContext answer, RoutingContext routing) {
        Making making = routing.get(MAKING);
        if (making == null) {
            return;
        }
        if (answer.getStatus() == 304) {
            renew(making.question(), answer.getHeaderString(HttpHeaders.ETAG.toString()));
        } else if (answer.getStatus() == 200 && isPublic(answer)) {
            keep(making, answer);
        }
    }

    private void renew(Question question, String tag) {
        var ready = answers.getIfPresent(question);
        if (ready != null && ready.tag() != null && ready.tag().equals(tag)) {
            ready.renew(changes, System.nanoTime());
        }
    }

    private void keep(Making making, ContainerResponseContext answer) {
        var body = bytes(answer.getEntity());
        if (body == null || body.length > LARGEST) {
            return;
        }
        var headers = HttpHeaders.headers(); // which refuse what would end their line
        answer.getHeaders()
                .forEach(
                        (name, values) ->
                                values.forEach(value -> headers.add(name, value.toString())));
        ONE_CLIENTS_OWN.forEach(headers::remove);
        headers.set(HttpHeaders.CONTENT_TYPE, answer.getMediaType().toString());
        answers.put(
                making.question(),
                new ReadyAnswer(
                        making.every(),
                        fields(headers),
                        body,
                        headers.get(HttpHeaders.ETAG),
                        ContextLocals.<String>get(TEMPLATE).orElse(null),
                        SurrogateKeys.read(headers.get(SurrogateKeys.HEADER)),
                        making.moment(),
                        System.nanoTime()));
    }

    private static List<Header> fields(MultiMap headers) {
        return headers.entries().stream().map(it -> Header.of(it.getKey(), it.getValue())).toList();
    }

    private static boolean isPublic(ContainerResponseContext answer) {
        var control = answer.getHeaderString("Cache-Control");
        return control != null && control.startsWith("public") && answer.getMediaType() != null;
    }

    private static byte[] bytes(Object entity) {
        return switch (entity) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case null, default -> null;
        };
    }
}
