package galley.publish.ready;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerResponseContext;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.ContextLocals;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import galley.publish.rate.Rates;

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

    private static final int LARGEST = 2 * 1024 * 1024;

    private final Cache<Question, ReadyAnswer> answers;
    private final Changes changes;
    private final Rates rates;

    ReadyAnswers(ReadyConfig config, Changes changes, Rates rates) {
        this.changes = changes;
        this.rates = rates;
        this.answers =
                Caffeine.newBuilder()
                        .maximumWeight(config.size().asLongValue())
                        .weigher((Question asked, ReadyAnswer it) -> asked.size() + it.size())
                        .build();
    }

    /** An answer that is being made. */
    private record Making(Question question, long moment) {}

    void register(@Observes Filters filters) {
        filters.register(this::answer, EARLY);
    }

    private void answer(RoutingContext routing) {
        var request = routing.request();
        var question = Question.of(request);
        if (question != null) {
            var ready = answers.getIfPresent(question);
            var ifNoneMatch = request.headers().get(HttpHeaders.IF_NONE_MATCH);
            if (ready != null && ready.answers(ifNoneMatch) && ready.isTrue(changes)) {
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
                routing.put(MAKING, new Making(question, changes.now()));
            }
        }
        routing.next();
    }

    @ServerResponseFilter(priority = LAST)
    void keep(ContainerResponseContext answer, RoutingContext routing) {
        Making making = routing.get(MAKING);
        if (making == null || answer.getStatus() != 200 || !isPublic(answer)) {
            return;
        }
        var body = bytes(answer.getEntity());
        if (body == null || body.length > LARGEST) {
            return;
        }
        var headers = MultiMap.caseInsensitiveMultiMap();
        answer.getHeaders()
                .forEach(
                        (name, values) ->
                                values.forEach(value -> headers.add(name, value.toString())));
        ONE_CLIENTS_OWN.forEach(headers::remove);
        headers.set(HttpHeaders.CONTENT_TYPE, answer.getMediaType().toString());
        answers.put(
                making.question(),
                new ReadyAnswer(
                        headers.entries().stream()
                                .map(it -> ReadyAnswer.Header.of(it.getKey(), it.getValue()))
                                .toList(),
                        Buffer.buffer(body),
                        headers.get(HttpHeaders.ETAG),
                        ContextLocals.<String>get(TEMPLATE).orElse(null),
                        SurrogateKeys.read(headers.get(SurrogateKeys.HEADER)),
                        making.moment(),
                        System.nanoTime()));
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
