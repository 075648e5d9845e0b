package galley.publish.edition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.events.LifecycleEvent;
import galley.publish.Samples;
import galley.publish.TestServers;

import static org.assertj.core.api.Assertions.assertThat;

/** Any events of an article, in any order, again and again, by many at once: one result. */
@TestServers
class ReplicasAgreeTest {
    private static final int ROUNDS = 25;
    private static final int REPLICAS = 3;

    @Inject Desk desk;
    @Inject Edition edition;

    @BeforeEach
    void empty() {
        desk.clear();
    }

    @Test
    void releasesAloneEndWithTheNewest() throws Exception {
        var random = new Random(20260520);
        for (int round = 0; round < ROUNDS; round++) {
            var events = releases(5);
            applyByReplicas(events, random);
            assertSameAsInOrder(events);
            assertThat(edition.find(idOf(events)).orElseThrow().version()).isEqualTo(5);
        }
    }

    @Test
    void aKillAmongThemEndsWithTheKill() throws Exception {
        var random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            var events = new ArrayList<>(releases(4));
            events.add(Samples.killed(events.getLast().article(), "Withdrawn"));
            applyByReplicas(events, random);
            assertSameAsInOrder(events);
            var killed = edition.find(idOf(events)).orElseThrow();
            assertThat(killed.state()).isEqualTo(State.KILLED);
            assertThat(killed.article()).isNull();
            assertThat(edition.slugs(killed.id())).hasSize(4);
        }
    }

    /** Versions of one article, each under an address of its own. */
    private static List<LifecycleEvent> releases(int count) {
        var events = new ArrayList<LifecycleEvent>();
        Article article = Samples.article("p01-reprint");
        for (int version = 1; version <= count; version++) {
            events.add(Samples.released(article));
            var slug = article.id() + "-" + (version + 1);
            article =
                    Samples.next(
                            article, json -> json.put("slug", slug).put("headline", "Now " + slug));
        }
        return events;
    }

    private void applyByReplicas(List<LifecycleEvent> events, Random random) throws Exception {
        try (ExecutorService replicas = Executors.newFixedThreadPool(REPLICAS)) {
            List<Future<?>> working = new ArrayList<>();
            for (int replica = 0; replica < REPLICAS; replica++) {
                var mine = new ArrayList<>(events);
                mine.addAll(events.subList(0, random.nextInt(events.size())));
                Collections.shuffle(mine, random);
                working.add(replicas.submit(() -> mine.forEach(desk::apply)));
            }
            for (var work : working) {
                work.get();
            }
        }
    }

    private void assertSameAsInOrder(List<LifecycleEvent> events) {
        var shuffled = desk.row(idOf(events));
        var addresses = edition.slugs(idOf(events));
        desk.clear();
        events.forEach(desk::apply);
        // whether readers ever saw an older version is history, not state
        assertThat(without("shown", "headline", shuffled))
                .isEqualTo(without("shown", "headline", desk.row(idOf(events))));
        assertThat(addresses).isEqualTo(edition.slugs(idOf(events)));
    }

    private static String without(String field, String other, String row) {
        return row.replaceFirst("\"" + field + "\": [^,]+, ", "")
                .replaceFirst("\"" + other + "\": \"[^\"]*\", ", "");
    }

    private static java.util.UUID idOf(List<LifecycleEvent> events) {
        return events.getFirst().article().id();
    }
}
