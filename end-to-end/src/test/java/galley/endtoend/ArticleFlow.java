package galley.endtoend;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;

/**
 * Articles on their way, one after the other until it is enough: a source pushes each of them
 * twice, the second time with a changed text, and three people take it through review. Everybody
 * tries again when a service is away, as people and programs do.
 */
final class ArticleFlow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int AT_ONCE = 4;
    private static final int SOME = 5;

    private final String name;
    private final Caller source;
    private final Caller writer;
    private final Caller editor;
    private final Caller publisher;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Queue<String> released = new ConcurrentLinkedQueue<>();
    private final ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
    private final List<? extends Future<?>> work;

    /**
     * Starts the flow.
     *
     * @param name goes into the headlines and keys, so that flows don't meet
     */
    ArticleFlow(Platform platform, String name) {
        this.name = name;
        this.source = platform.caller("ingest", "source", "wire");
        this.writer = platform.caller("editorial", "writer", "wim");
        this.editor = platform.caller("editorial", "editor", "eva");
        this.publisher = platform.caller("editorial", "publisher", "pia");
        this.work =
                Stream.generate(() -> hands.submit(this::carryOneAfterTheOther))
                        .limit(AT_ONCE)
                        .toList();
    }

    /** As it goes into headlines and texts. */
    String name() {
        return name;
    }

    /** Waits until some more articles are released than are now. */
    void awaitSomeMore() {
        int enough = released.size() + SOME;
        Awaitility.await("articles flow").atMost(PATIENCE).until(() -> released.size() >= enough);
    }

    /** How many articles have set out so far; they are numbered from 0. */
    int begun() {
        return begun.get();
    }

    /** The ids of the articles whose release was accepted so far. */
    List<String> released() {
        return List.copyOf(released);
    }

    /** Sends no more, and waits until every article is released; fails when one can't be. */
    void finish() throws Exception {
        enough.set(true);
        for (var each : work) {
            each.get();
        }
    }

    static String lastText(String name, int number) {
        return "The second edition of text %d of %s.".formatted(number, name);
    }

    String headline(int number) {
        return "Ferry %d of %s sails again".formatted(number, name);
    }

    private void carryOneAfterTheOther() {
        while (!enough.get()) {
            carry(begun.getAndIncrement());
        }
    }

    private void carry(int number) {
        push(number, "first", "The first edition of text %d of %s.".formatted(number, name));
        var pushed = push(number, "second", lastText(name, number));
        var id = pushed.path("articles").path(0).path("articleId").asText();
        review(id, lastText(name, number));
        released.add(id);
    }

    private JsonNode push(int number, String edition, String text) {
        var body =
                Map.of(
                        "guid",
                        "%s-%d".formatted(name, number),
                        "headline",
                        headline(number),
                        "language",
                        "en",
                        "body",
                        "<p>" + text + "</p>");
        var key = Map.of("Idempotency-Key", "%s-%d-%s".formatted(name, number, edition));
        return persist(() -> source.post("/v1/items", body, key)).json();
    }

    private void review(String id, String text) {
        Awaitility.await(id + " has come to editorial in its last edition")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(UncheckedIOException.class)
                .until(() -> writer.get("/v1/articles/" + id).text().contains(text));
        Awaitility.await(id + " is released")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreException(UncheckedIOException.class)
                .until(() -> step(id));
    }

    /** Does what comes next; true once the article is released. */
    private boolean step(String id) {
        var article = writer.get("/v1/articles/" + id);
        if (!article.ok()) {
            return false;
        }
        switch (article.json().path("workflow").asText()) {
            case "received" -> decide(writer, id, "submit", article.header("ETag"));
            case "in-review" -> decide(editor, id, "approve", article.header("ETag"));
            case "approved" -> decide(publisher, id, "release", article.header("ETag"));
            case "released" -> {
                return true;
            }
            default -> throw new AssertionError("Not on its way: " + article.text());
        }
        return false;
    }

    private static void decide(Caller who, String id, String step, String etag) {
        who.post("/v1/articles/" + id + "/" + step, Map.of(), Map.of("If-Match", etag));
    }

    private static Answer persist(Supplier<Answer> call) {
        return Awaitility.await("accepted")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(UncheckedIOException.class)
                .until(call::get, Answer::ok);
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
