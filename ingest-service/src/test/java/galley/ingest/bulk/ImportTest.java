package galley.ingest.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.Api;
import galley.ingest.OnServers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Files of many articles, of which the service under test is one of several replicas. */
@OnServers
class ImportTest {
    @Inject ImportBatches batches;
    @Inject BulkImports imports;
    @Inject ImportConfig config;
    @Inject Session entities;

    private final Api admin = Api.as("admin", "ada");
    private final String owner = "archive-" + UUID.randomUUID();
    private final Api archive = Api.as("source", owner);

    @Test
    void aFileComesInAndAgainChangesNothing() {
        var file = lines(1, 120);
        var done = run(file, "ndjson");
        assertThat(counts(done)).isEqualTo("120 new, 0 updated, 0 unchanged, 0 failed of 120");
        assertThat(done.path("position").asLong())
                .isEqualTo(bytes(file))
                .isEqualTo(done.path("size").asLong());
        assertThat(done.path("perSecond").asDouble()).isPositive();
        assertThat(done.path("finishedAt").asText()).isNotEmpty();
        assertThat(done.path("parts")).isEmpty();
        assertThat(counts(run(file, "ndjson")))
                .isEqualTo("0 new, 0 updated, 120 unchanged, 0 failed of 120");
        assertThat(counts(run(lines(120, 2).replace("Report", "Account"), "ndjson")))
                .isEqualTo("1 new, 1 updated, 0 unchanged, 0 failed of 2");
    }

    @Test
    void itsItemsAreThoseThatTheSourcePushes() {
        var pushed = archive.post("/v1/items", line(1)).expect(201).json();
        assertThat(counts(run(line(1), "ndjson"))).startsWith("0 new, 0 updated, 1 unchanged");
        assertThat(counts(run(line(1).replace("Report", "Account"), "ndjson")))
                .startsWith("0 new, 1 updated");
        var item = archive.get("/v1/items/" + pushed.path("id").asText()).expect(200).json();
        assertThat(item.path("articles").path(0).path("headline").asText()).isEqualTo("Account 1");
    }

    @Test
    void itsEventsLeaveBehindWhatIsLive() {
        run(lines(1, 3), "ndjson");
        archive.post("/v1/items", line(4)).expect(201);
        assertThat(
                        entities.createNativeQuery(
                                        """
                                        select o.lane from item i join outbox o on o.key = i.article_id::text
                                        where i.source_id = (select id from source where owner = :owner)
                                        order by i.identity
                                        """,
                                        String.class)
                                .setParameter("owner", owner)
                                .getResultList())
                .isEqualTo(List.of("BULK", "BULK", "BULK", "LIVE"));
    }

    @Test
    void aLineThatCantBeReadWaitsInQuarantineWithItsNumberAndKeepsNoneOut() {
        var file = line(1) + "\n\n{\"guid\": \"x\", \"urgency\": 10}\nno json\n" + line(5) + "\n";
        var done = run(file, "ndjson");
        assertThat(counts(done)).isEqualTo("2 new, 0 updated, 0 unchanged, 2 failed of 4");
        assertThat(done.path("firstFailure").asText())
                .startsWith("Line 3 of the file: ")
                .contains("headline", "urgency");
        var waiting = quarantined(done);
        assertThat(waiting)
                .extracting(entry -> entry.path("reason").asText())
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).startsWith("Line 3 of the file: "),
                        reason ->
                                assertThat(reason)
                                        .startsWith("Line 4 of the file: Malformed JSON"));
        var path = "/v1/quarantine/" + waiting.getLast().path("id").asText();
        assertThat(admin.get(path + "/raw").expect(200).text()).isEqualTo("no json");
        var still = admin.post(path + "/retry", null).problem(422, "still-unreadable");
        assertThat(still.path("detail").asText()).startsWith("Malformed JSON");
        assertThat(counts(run(file, "ndjson")))
                .isEqualTo("0 new, 0 updated, 2 unchanged, 2 failed of 4");
        assertThat(quarantined(done)).hasSize(2);
    }

    @Test
    void anArticleThatNoEventCanCarryWaitsInQuarantine() {
        var large =
                "{\"guid\": \"large\", \"headline\": \"%s\"}".formatted("word ".repeat(210_000));
        var done = run(line(1) + "\n" + large + "\n" + line(3), "ndjson");
        assertThat(counts(done)).isEqualTo("2 new, 0 updated, 0 unchanged, 1 failed of 3");
        assertThat(quarantined(done).getFirst().path("reason").asText()).contains("takes");
    }

    @Test
    void partsMayBeCutAnywhereAndComeInAnyOrderAndTwice() {
        var bytes = lines(1, 9).replace("Report", "Réport 漢").getBytes(UTF_8);
        var id = register("ndjson");
        int third = bytes.length / 3;
        put(id, 3, Arrays.copyOfRange(bytes, 2 * third, bytes.length));
        put(id, 1, new byte[] {1, 2, 3});
        put(id, 1, Arrays.copyOfRange(bytes, 0, third));
        assertThat(
                        archive.post(path(id) + "/start", null)
                                .problem(409, "parts-missing")
                                .path("missing"))
                .extracting(JsonNode::asInt)
                .containsExactly(2);
        put(id, 2, Arrays.copyOfRange(bytes, third, 2 * third));
        var parts = archive.get(path(id)).expect(200).json().path("parts");
        assertThat(parts).extracting(part -> part.path("number").asInt()).containsExactly(1, 2, 3);
        assertThat(parts)
                .extracting(part -> part.path("sha256").asText().length())
                .containsOnly(64);
        archive.post(path(id) + "/start", null).expect(200);
        assertThat(counts(finished(id))).startsWith("9 new, 0 updated, 0 unchanged, 0 failed");
    }

    @Test
    void whatDoesNotFitTheStateIsRefused() {
        var id = register("ndjson");
        archive.post(path(id) + "/start", null).problem(409, "parts-missing");
        put(id, 1, line(1).getBytes(UTF_8));
        archive.post(path(id) + "/start", null).expect(200);
        send(id, 2, new byte[] {1}).problem(409, "import-started");
        archive.post(path(id) + "/start", null).problem(409, "import-started");
        finished(id);
        archive.post(path(id) + "/cancel", null).problem(409, "import-over");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(
                        archive.post("/v1/imports", "{\"name\": \" \", \"format\": \"csv\"}")
                                .wrongFields())
                .containsExactly("name", "format");
        assertThat(
                        admin.post("/v1/imports", "{\"name\": \"a\", \"format\": \"wxr\"}")
                                .wrongFields())
                .containsExactly("source");
        var stranger =
                "{\"name\": \"a\", \"format\": \"wxr\", \"source\": \"%s\"}"
                        .formatted(UUID.randomUUID());
        assertThat(admin.post("/v1/imports", stranger).wrongFields()).containsExactly("source");
        assertThat(archive.post("/v1/imports", stranger).wrongFields()).containsExactly("source");
        var id = register("ndjson");
        assertThat(send(id, 0, new byte[] {1}).wrongFields()).containsExactly("number");
        assertThat(send(id, 1_001, new byte[] {1}).wrongFields()).containsExactly("number");
        assertThat(send(id, 1, new byte[0]).wrongFields()).containsExactly("");
        send(id, 1, new byte[(4 << 20) + 1]).problem(413, "too-large");
    }

    @Test
    void aSourceSeesItsOwnImportsAndAnAdminAll() {
        var id = register("wxr");
        var other = Api.as("source", "other-" + UUID.randomUUID());
        other.get(path(id)).problem(404, "not-found");
        other.post(path(id) + "/cancel", null).problem(404, "not-found");
        assertThat(ids(other)).isEmpty();
        assertThat(ids(archive)).containsExactly(id);
        assertThat(ids(admin)).contains(id);
        var source = admin.get(path(id)).expect(200).json().path("source").asText();
        var byAdmin =
                admin.post(
                                "/v1/imports",
                                "{\"name\": \"b\", \"format\": \"wxr\", \"source\": \"%s\"}"
                                        .formatted(source))
                        .expect(201);
        assertThat(byAdmin.header("Location")).endsWith(path(byAdmin.json().path("id").asText()));
        assertThat(ids(archive)).containsExactly(byAdmin.json().path("id").asText(), id);
    }

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
    void anExportIsReadItemByItemWhereverItsPicturesStand() {
        var done =
                run(
                        export(
                                picture(1, "before"),
                                post(10, "A", 1),
                                post(11, "B", 2),
                                "<item><title>Draft</title><wp:status>draft</wp:status></item>",
                                picture(2, "behind")),
                        "wxr");
        assertThat(counts(done)).isEqualTo("2 new, 0 updated, 0 unchanged, 0 failed of 2");
        assertThat(pictures("A")).containsExactly("https://a.example/before.jpg");
        assertThat(pictures("B")).containsExactly("https://a.example/behind.jpg");
        assertThat(referencesLeft(done)).isZero();
    }

    @Test
    void anExportsItemIsTheSameWhetherItComesAloneOrInAFile() {
        var file =
                export(picture(1, "quay"), post(10, "A", 1), post(11, "B", 2), picture(2, "mole"));
        archive.post("/v1/items", file, "Content-Type", "application/rss+xml").expect(201);
        assertThat(counts(run(file, "wxr")))
                .isEqualTo("0 new, 0 updated, 2 unchanged, 0 failed of 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<item><title></title><guid>x</guid></item>",
                "<item><title><![CDATA[No end</title><guid>x</guid></item>",
                "<item><title>Locked</title><guid>x</guid><wp:post_password>p</wp:post_password></item>"
            })
    void aBrokenItemOfAnExportWaitsAndKeepsNoneOut(String broken) {
        var done = run(export(post(1, "A", 9), broken, post(3, "C", 9)), "wxr");
        assertThat(counts(done)).isEqualTo("2 new, 0 updated, 0 unchanged, 1 failed of 3");
        assertThat(done.path("firstFailure").asText()).startsWith("Item 2 of the file: ");
        assertThat(quarantined(done)).hasSize(1);
    }

    @Test
    void anExportThatBreaksOffComesInAsFarAsItGoesAndTheRestLater() {
        var whole = export(post(1, "A", 9), post(2, "B", 9));
        var cut = whole.substring(0, whole.indexOf("<wp:post_type>", whole.indexOf("?p=2")));
        var first = run(cut, "wxr");
        assertThat(counts(first)).isEqualTo("1 new, 0 updated, 0 unchanged, 1 failed of 2");
        assertThat(counts(run(whole, "wxr")))
                .isEqualTo("1 new, 0 updated, 1 unchanged, 0 failed of 2");
        assertThat(quarantined(first)).isEmpty();
    }

    @Test
    void entitiesOfAnExportStayAsTheyAreWritten() {
        var bomb =
                "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">"
                        + "<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
                        + export(post(1, "A &b; &f;", 9));
        run(bomb, "wxr");
        assertThat(headlines()).containsExactly("A &b; &f;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"headline\": \"A\"}", "<rss><channel><item>", "\u0000<\u0000r"})
    void whatIsNoExportFailsAsAWhole(String file) {
        var id = started(file, "wxr");
        await().atMost(30, SECONDS).until(() -> isOver(id));
        var failed = archive.get(path(id)).expect(200).json();
        assertThat(failed.path("state").asText()).isEqualTo("failed");
        assertThat(failed.path("problem").asText()).contains("no export of WordPress");
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

    private JsonNode run(String file, String format) {
        return finished(started(file, format));
    }

    private String started(String file, String format) {
        var id = register(format);
        put(id, 1, file.getBytes(UTF_8));
        archive.post(path(id) + "/start", null).expect(200);
        return id;
    }

    private String register(String format) {
        return archive.post(
                        "/v1/imports",
                        "{\"name\": \"the file\", \"format\": \"%s\"}".formatted(format))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private void put(String id, int number, byte[] bytes) {
        send(id, number, bytes).expect(204);
    }

    private Api.Answer send(String id, int number, byte[] bytes) {
        return archive.putBytes(
                path(id) + "/parts/" + number, bytes, "Content-Type", "application/octet-stream");
    }

    private JsonNode finished(String id) {
        await().atMost(60, SECONDS).until(() -> isOver(id));
        var over = archive.get(path(id)).expect(200).json();
        assertThat(over.path("state").asText()).describedAs(over.toString()).isEqualTo("done");
        return over;
    }

    private boolean isOver(String id) {
        return !List.of("uploading", "running")
                .contains(admin.get(path(id)).expect(200).json().path("state").asText());
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

    private List<JsonNode> quarantined(JsonNode done) {
        return admin.all("/v1/quarantine").stream()
                .filter(entry -> entry.path("source").equals(done.path("source")))
                .toList();
    }

    private List<String> headlines() {
        return ofItems("r.content ->> 'headline'");
    }

    private List<String> pictures(String headline) {
        return ofItems("r.content ->> 'headline' || ' ' || (r.content #>> '{media,0,url}')")
                .stream()
                .filter(text -> text.startsWith(headline + " "))
                .map(text -> text.substring(headline.length() + 1))
                .toList();
    }

    private List<String> ofItems(String what) {
        return entities.createNativeQuery(
                        "select "
                                + what
                                + " from item i join item_revision r on r.item_id = i.id where"
                                + " i.source_id = (select id from source where owner = :owner)",
                        String.class)
                .setParameter("owner", owner)
                .getResultList();
    }

    private long revisions() {
        return ofItems("i.identity").size();
    }

    private long partsLeft(String id) {
        return left("import_part", id);
    }

    private long referencesLeft(JsonNode done) {
        return left("import_reference", done.path("id").asText());
    }

    private long left(String table, String id) {
        return entities.createNativeQuery(
                        "select count(*) from " + table + " where import_id = :id", Long.class)
                .setParameter("id", UUID.fromString(id))
                .getSingleResult();
    }

    private static List<String> ids(Api api) {
        return api.all("/v1/imports").stream().map(file -> file.path("id").asText()).toList();
    }

    private static String path(String id) {
        return "/v1/imports/" + id;
    }

    private static String counts(JsonNode done) {
        return "%d new, %d updated, %d unchanged, %d failed of %d"
                .formatted(
                        done.path("new").asLong(),
                        done.path("updated").asLong(),
                        done.path("unchanged").asLong(),
                        done.path("failed").asLong(),
                        done.path("seen").asLong());
    }

    private static long bytes(String text) {
        return text.getBytes(UTF_8).length;
    }

    private static String lines(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(ImportTest::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(int number) {
        return "{\"guid\": \"report-%1$d\", \"headline\": \"Report %1$d\", \"language\": \"en\"}"
                .formatted(number);
    }

    private static String export(String... items) {
        return "<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/'"
                + " xmlns:content='http://purl.org/rss/1.0/modules/content/'"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
                + "<link>https://a.example</link><language>en</language>"
                + String.join("\n", items)
                + "</channel></rss>";
    }

    private static String post(int id, String title, int picture) {
        return """
        <item><title>%s</title><link>https://a.example/%d</link>
        <guid>https://a.example/?p=%d</guid><content:encoded><![CDATA[<p>Text %d</p>]]>
        </content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
        <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key>
        <wp:meta_value>%d</wp:meta_value></wp:postmeta></item>\
        """
                .formatted(title, id, id, id, picture);
    }

    private static String picture(int id, String name) {
        return """
        <item><title>%s</title><wp:post_id>%d</wp:post_id>
        <wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
        <wp:attachment_url>https://a.example/%s.jpg</wp:attachment_url></item>\
        """
                .formatted(name, id, name);
    }
}
