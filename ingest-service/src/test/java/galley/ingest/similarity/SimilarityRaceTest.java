package galley.ingest.similarity;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.Test;

import galley.ingest.OnServers;
import galley.ingest.Rss;

import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is said of items that come at the same time. */
@OnServers
class SimilarityRaceTest extends SimilarityCase {
    @Inject AgroalDataSource dataSource;

    @Test
    void ofCopiesThatComeAtTheSameTimeOneIsTheOriginal() {
        var sources = Stream.generate(SimilarityCase::source).limit(8).toList();
        try (var threads = Executors.newFixedThreadPool(sources.size())) {
            for (int round = 0; round < 5; round++) {
                var guid = "" + round;
                var copied = newText(300);
                // Each in a document of its own, as the same bytes are kept one after the other.
                var copies =
                        sources.stream()
                                .map(
                                        one ->
                                                supplyAsync(
                                                        () ->
                                                                push(
                                                                        one,
                                                                        guid,
                                                                        UUID.randomUUID()
                                                                                .toString(),
                                                                        copied),
                                                        threads))
                                .toList()
                                .stream()
                                .map(CompletableFuture::join)
                                .toList();
                var originals = copies.stream().filter(copy -> duplicateOf(copy) == null).toList();
                assertThat(originals).hasSize(1);
                assertThat(copies)
                        .filteredOn(copy -> duplicateOf(copy) != null)
                        .extracting(SimilarityCase::duplicateOf)
                        .containsOnly(articleOf(originals.getFirst()));
            }
        }
    }

    @Test
    void ofFeedsThatBringTheSameTextsAtTheSameTimeNoneMissesTheOthers() {
        for (int round = 0; round < 5; round++) {
            var items =
                    new ArrayList<>(
                            Stream.generate(() -> newText(200))
                                    .limit(8)
                                    .map(one -> Rss.item(one.substring(0, 60), "One", one))
                                    .toList());
            var forwards = site(items);
            Collections.reverse(items);
            var backwards = site(items);
            var fetching = runAsync(() -> admin.fetch(forwards));
            assertThat(admin.fetch(backwards)).contains("\"new\":8");
            fetching.join();
            assertThat(duplicatesIn(forwards) + duplicatesIn(backwards)).isEqualTo(8);
        }
    }

    /** In one order for all, or two would wait for each other. */
    @Test
    void bandsAreHeldInTheirOrder() throws SQLException {
        var bands = Signature.of("", text, false).orElseThrow().bands().stream().sorted().toList();
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            SignatureTable.hold(connection, List.of(bands.getLast()));
            var pushing = runAsync(() -> push(wire, "1", text));
            await().until(() -> locks(false) == 1);
            assertThat(locks(true)).isEqualTo(bands.size());
            connection.rollback();
            pushing.join();
        }
    }

    /** How many locks on bands are held, or waited for; asked from any thread. */
    private int locks(boolean held) throws SQLException {
        var sql =
                "select count(*) from pg_locks where locktype = 'advisory' and classid = ?"
                        + " and granted = ?";
        try (var connection = dataSource.getConnection();
                var count = connection.prepareStatement(sql)) {
            count.setInt(1, SignatureTable.LOCKS);
            count.setBoolean(2, held);
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private long duplicatesIn(String source) {
        return itemsOf(source).stream()
                .map(id -> admin.get("/v1/items/" + id).expect(200).json())
                .filter(item -> duplicateOf(item) != null)
                .count();
    }
}
