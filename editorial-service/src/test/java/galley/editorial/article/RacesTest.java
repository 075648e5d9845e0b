package galley.editorial.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

@OnServers
class RacesTest {
    private static final int RACERS = 8;

    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");

    /** Everybody starts at once. */
    private static <T> List<T> race(List<Callable<T>> racers) throws Exception {
        CyclicBarrier start = new CyclicBarrier(racers.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(racers.size())) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> racer : racers) {
                running.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return racer.call();
                                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }

    private static <T> List<Callable<T>> times(int number, IntFunction<T> racer) {
        return IntStream.range(0, number).<Callable<T>>mapToObj(i -> () -> racer.apply(i)).toList();
    }

    @Test
    void ofDecisionsOnOneRevisionExactlyOneIsTaken() throws Exception {
        String id = wim.create("Two editors meet");
        wim.decide(id, "submit", "{}").expect(200);
        List<Answer> answers =
                race(
                        times(
                                RACERS,
                                i ->
                                        (i % 2 == 0 ? eva : pia)
                                                .post(
                                                        "/v1/articles/%s/%s"
                                                                .formatted(
                                                                        id,
                                                                        i % 2 == 0
                                                                                ? "approve"
                                                                                : "reject"),
                                                        "{\"note\": \"n\"}",
                                                        "If-Match",
                                                        "\"2\"")));
        assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(a -> a.status() == 412).hasSize(RACERS - 1);
        assertThat(wim.get("/v1/articles/" + id).header("ETag")).isEqualTo("\"3\"");
        assertThat(wim.get("/v1/articles/" + id + "/history").json().path("items")).hasSize(3);
    }

    @Test
    void noSaveIsLostBetweenWriters() throws Exception {
        String id = wim.create("Many hands");
        List<Answer> answers =
                race(
                        times(
                                RACERS,
                                i ->
                                        wim.send(
                                                "PATCH",
                                                "/v1/articles/" + id,
                                                "{\"section\": \"%d\"}".formatted(i),
                                                "If-Match",
                                                "\"1\"")));
        assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(a -> a.status() == 412).hasSize(RACERS - 1);
    }

    @Test
    void equalHeadlinesReleasedAtOnceGetDifferentSlugs() throws Exception {
        String headline = "Same words " + UUID.randomUUID().toString().substring(0, 8);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            String id = wim.create(headline);
            wim.decide(id, "submit", "{}").expect(200);
            eva.decide(id, "approve", "{}").expect(200);
            ids.add(id);
        }
        List<String> slugs =
                race(
                        times(
                                RACERS,
                                i ->
                                        pia.post(
                                                        "/v1/articles/" + ids.get(i) + "/release",
                                                        "{}",
                                                        "If-Match",
                                                        "\"3\"")
                                                .expect(200)
                                                .json()
                                                .path("slug")
                                                .asText()));
        String base = headline.toLowerCase(Locale.ROOT).replace(' ', '-');
        List<String> expected = new ArrayList<>(List.of(base));
        IntStream.rangeClosed(2, RACERS).forEach(n -> expected.add(base + "-" + n));
        assertThat(slugs).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aSuffixThatAHeadlineTookByItselfIsLeftOut() {
        String base = "Number " + UUID.randomUUID().toString().substring(0, 8);
        String slug = base.toLowerCase(Locale.ROOT).replace(' ', '-');
        assertThat(release(base + " 2")).isEqualTo(slug + "-2");
        assertThat(release(base)).isEqualTo(slug);
        assertThat(release(base)).isEqualTo(slug + "-3");
        assertThat(release(base)).isEqualTo(slug + "-4");
    }

    @Test
    void noArticleTakesTheAddressOfOneThatWasKilled() {
        String headline = "Gone " + UUID.randomUUID().toString().substring(0, 8);
        String slug = release(headline);
        String id =
                wim.get("/v1/articles?state=released&limit=1&q=" + slug.substring(5))
                        .json()
                        .at("/items/0/id")
                        .asText();
        pia.decide(id, "kill", "{\"note\": \"Not so\"}").expect(200);
        assertThat(release(headline)).isEqualTo(slug + "-2");
    }

    private String release(String headline) {
        String id = wim.create(headline);
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "approve", "{}").expect(200);
        return pia.decide(id, "release", "{}").expect(200).json().path("slug").asText();
    }
}
