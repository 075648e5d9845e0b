package galley.editorial.check.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.OnServers;
import galley.editorial.check.link.LinkResult.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** Replicas share the work, and a server is asked by one of them at a time. */
@OnServers
@TestProfile(LinksTest.NobodyElseAsks.class)
class LinksTest {
    private static final int MANY = 1_000;

    private final String run = "r" + UUID.randomUUID();
    private final Api wim = Api.as("writer", "wim");

    @Inject Links links;

    @BeforeEach
    void takeWhatOthersLeft() {
        links.noteNew();
        links.beginDue(MANY);
    }

    private String host(int number) {
        return "host-%d.%s.example".formatted(number, run);
    }

    private void article(int hosts, int pages) {
        StringBuilder body = new StringBuilder();
        for (int host = 0; host < hosts; host++) {
            for (int page = 0; page < pages; page++) {
                body.append("<a href='https://%s/%d'>x</a>".formatted(host(host), page));
            }
        }
        wim.post(
                        "/v1/articles",
                        "{\"headline\": \"Harbour\", \"parts\": [{\"type\": \"original\", \"body\": \"%s\"}]}"
                                .formatted(body))
                .expect(201);
        links.noteNew();
    }

    private List<String> inParallel(int replicas) throws Exception {
        List<String> servers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(replicas)) {
            Callable<List<DueLink>> begin = () -> links.beginDue(MANY);
            for (Future<List<DueLink>> begun :
                    threads.invokeAll(IntStream.range(0, replicas).mapToObj(_ -> begin).toList())) {
                begun.get().forEach(due -> servers.add(due.server()));
            }
        }
        return servers;
    }

    @Test
    void ofEachServerOneLinkIsBegunByOneReplica() throws Exception {
        article(20, 3);
        assertThat(inParallel(4))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).mapToObj(this::host).toList());
        assertThat(inParallel(4)).isEmpty();
    }

    @Test
    void aServerRestsAfterEachFetch() {
        article(1, 2);
        DueLink first = links.beginDue(MANY).getFirst();
        links.end(first, LinkResult.answered(Outcome.WORKS, 200));
        assertThat(links.beginDue(MANY)).isEmpty();
    }

    @Test
    void noMoreIsBegunThanThereIsRoomFor() {
        article(5, 1);
        assertThat(links.beginDue(2)).hasSize(2);
        assertThat(links.beginDue(MANY)).hasSize(3);
    }

    /** No background work; a server rests for longer than the test runs. */
    public static final class NobodyElseAsks implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "galley.links.enabled", "false",
                    "galley.links.server-pause", "1h",
                    "galley.links.lease", "1h");
        }
    }
}
