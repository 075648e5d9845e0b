package galley.publish.ready;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerResponseContext;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.ContextLocals;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import static java.util.function.Predicate.not;

/**
 * Gives an answer again, byte for byte, to whoever asks the same while all that it was made of is
 * as it was. Only answers that say that they are {@code public} are kept.
 */
@ApplicationScoped
class ReadyAnswers {
    /** Before all else that looks at a request. */
    private static final int EARLY = 2_000;

    /** After the platform's filter for CORS, which adds headers for another site's page. */
    private static final int LATE = 1;

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

    ReadyAnswers(ReadyConfig config, Changes changes) {
        this.changes = changes;
        this.answers =
                Caffeine.newBuilder()
                        .maximumWeight(config.size().asLongValue())
                        .weigher((Question asked, ReadyAnswer it) -> asked.size() + it.size())
                        .build();
    }

    /** An answer that is being made. */
    private record Making(Question question, long moment) {}

    void register(@Observes Filters filters) {
        filters.register(answerWhere(not(ReadyAnswers::isFromAnotherSite)), EARLY);
        filters.register(answerWhere(ReadyAnswers::isFromAnotherSite), LATE);
    }

    private static boolean isFromAnotherSite(RoutingContext routing) {
        return routing.request().headers().contains(HttpHeaders.ORIGIN);
    }

    private Handler<RoutingContext> answerWhere(Predicate<RoutingContext> asked) {
        return routing -> {
            if (asked.test(routing)) {
                answer(routing);
            } else {
                routing.next();
            }
        };
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
