package galley.ingest.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import galley.ingest.OnServers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How files come in, of which the service under test is one of several replicas. */
@OnServers
class ImportWorkTest extends ImportCase {
    @Inject ImportBatches batches;
    @Inject BulkImports imports;
    @Inject ImportConfig config;

    @Test
    void aReplicaThatDiesInABatchLosesNothingAndRepeatsNothing() {
        var id = started(lines(1, 230), "ndjson");
        int done = 0;
        do {
            // as a killed replica leaves it: nothing of the batch is committed
            QuarkusTransaction.begin();
            batches.next(ImportBatches.ENTRIES);
            QuarkusTransaction.rollback();
            batches.next(7);
            done++;
        } while (!isOver(id));
        assertThat(done).isPositive();
        assertThat(counts(finished(id)))
                .isEqualTo("230 new, 0 updated, 0 unchanged, 0 failed of 230");
        assertThat(revisions()).isEqualTo(230);
    }

    @Test
    void anyNumberOfReplicasTakeEachEntryInOnce() {
        var id = started(lines(1, 400), "ndjson");
        var others = List.of(new ImportWorker(batches, config), new ImportWorker(batches, config));
        var working =
                others.stream()
                        .map(worker -> CompletableFuture.runAsync(() -> workUntilOver(worker, id)))
                        .toList();
        working.forEach(CompletableFuture::join);
        assertThat(counts(finished(id)))
                .isEqualTo("400 new, 0 updated, 0 unchanged, 0 failed of 400");
        assertThat(revisions()).isEqualTo(400);
    }

    @Test
    void anImportThatIsCanceledEndsWhereItIs() {
        var done =
                withoutReplicas(
                        () -> {
                            var id = started(lines(1, 3_000), "ndjson");
                            batches.next(30);
                            return id;
                        });
        var canceled = archive.post(path(done) + "/cancel", null).expect(200).json();
        assertThat(canceled.path("state").asText()).isEqualTo("canceled");
        long seen = canceled.path("seen").asLong();
        assertThat(seen).isBetween(30L, 2_999L);
        run(line(3_001), "ndjson"); // the next one gets on
        assertThat(archive.get(path(done)).expect(200).json().path("seen").asLong())
                .isEqualTo(seen);
        assertThat(revisions()).isEqualTo(seen + 1);
        assertThat(partsLeft(done)).isZero();
    }

    @Test
    void onlyTheFirstThatWasStartedGetsOn() {
        var ids = new ArrayList<String>();
        withoutReplicas(
                () -> {
                    ids.add(started(lines(1, 20), "ndjson"));
                    ids.add(started(lines(21, 20), "ndjson"));
                    batches.next(5);
                    return null;
                });
        finished(ids.getLast());
        assertThat(Instant.parse(finished(ids.getFirst()).path("finishedAt").asText()))
                .isBefore(Instant.parse(finished(ids.getLast()).path("finishedAt").asText()));
    }

    @Test
    void theImportOfAPausedSourceWaits() {
        var id = register("ndjson");
        put(id, 1, line(1).getBytes(UTF_8));
        var source =
                "/v1/sources/" + archive.get(path(id)).expect(200).json().path("source").asText();
        admin.patch(source, "{\"state\": \"paused\"}").expect(200);
        archive.post(path(id) + "/start", null).problem(409, "source-paused");
        admin.patch(source, "{\"state\": \"active\"}").expect(200);
        archive.post(path(id) + "/start", null).expect(200);
        assertThat(counts(finished(id))).startsWith("1 new");
    }

    @Test
    void anEntryThatMakesEveryBatchFailIsSetAsideAndTheOthersComeIn() {
        var constraint =
                "alter table item add constraint test_only check (identity <> 'report-7') not"
                        + " valid";
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeMutationQuery(constraint).executeUpdate());
        try {
            var done = run(lines(1, 12), "ndjson");
            assertThat(counts(done)).isEqualTo("11 new, 0 updated, 0 unchanged, 1 failed of 12");
            assertThat(done.path("firstFailure").asText())
                    .startsWith("Line 7 of the file: It can't be stored");
            assertThat(quarantined(done)).hasSize(1);
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(
                            () ->
                                    entities.createNativeMutationQuery(
                                                    "alter table item drop constraint test_only")
                                            .executeUpdate());
        }
    }

    @Test
    void theImportOfARemovedSourceFails() {
        var id =
                withoutReplicas(
                        () -> {
                            var started = started(line(1), "ndjson");
                            var source = archive.get(path(started)).json().path("source").asText();
                            admin.delete("/v1/sources/" + source).expect(204);
                            return started;
                        });
        await().atMost(30, SECONDS).until(() -> isOver(id));
        assertThat(admin.get(path(id)).expect(200).json().path("problem").asText())
                .isEqualTo("Its source was removed.");
    }

    @Test
    void aFileThatNeverBecomesWholeIsGivenUp() {
        var id = register("ndjson");
        put(id, 1, new byte[] {1});
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                entities.createNativeMutationQuery(
                                                "update bulk_import set created_at = created_at -"
                                                        + " interval '8 days' where id = :id")
                                        .setParameter("id", UUID.fromString(id))
                                        .executeUpdate());
        imports.giveUpOld();
        assertThat(archive.get(path(id)).expect(200).json().path("state").asText())
                .isEqualTo("canceled");
        assertThat(partsLeft(id)).isZero();
    }

    private void workUntilOver(ImportWorker worker, String id) {
        try {
            while (!isOver(id)) {
                worker.work();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** While this thread has the turn, no other replica does anything. */
    private <T> T withoutReplicas(Callable<T> work) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            entities.createNativeQuery(
                                            "select 1 from"
                                                + " pg_advisory_xact_lock(hashtextextended('', 4))",
                                            Integer.class)
                                    .getSingleResult();
                            return work.call();
                        });
    }

    private long revisions() {
        return ofItems("i.identity").size();
    }

    private long partsLeft(String id) {
        return left("import_part", id);
    }
}
