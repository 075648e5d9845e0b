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
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.IngestedTopic;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is said of items that say the same as items of other sources. */
@OnServers
class SimilarityTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Texts of other tests are none of this one's. */
    private static int seed;

    @Inject EntityManager entities;
    @Inject AgroalDataSource dataSource;

    private final Api admin = Api.as("admin", "ada");
    private final Api editor = Api.as("editor", "ed");
    private final Api wire = source();
    private final Api other = source();
    private final Api third = source();
    private final List<FeedServer> sites = new ArrayList<>();
    private String text;

    @BeforeEach
    void writeText() {
        text = newText(300);
    }

    @AfterEach
    void closeSites() {
        sites.forEach(FeedServer::close);
    }

    @Test
    void theSameTextInTwoFeedsIsADuplicateOfTheOneThatCameFirst() {
        var first = feed(Rss.item("1", "Harbour opens", text));
        var second = feed(Rss.item("a", "Ferries sail again", text));
        assertThat(duplicateOf(first)).isNull();
        assertThat(duplicateOf(second)).isEqualTo(articleOf(first));
        assertThat(similar(first)).containsExactly(idOf(second) + " 1.0");
        assertThat(similar(second)).containsExactly(idOf(first) + " 1.0");
    }

    @Test
    void editorialLearnsOfIt() throws Exception {
        var first = push(wire, "1", text);
        var second = push(other, "1", text);
        try (var topic = new IngestedTopic()) {
            var event = JSON.readTree(topic.await(articleOf(second), 1).getFirst().value());
            assertThat(event.path("content").path("duplicateOf").asText())
                    .isEqualTo(articleOf(first));
        }
    }

    @Test
    void aLightlyEditedTextIsADuplicateAndItsScoreTellsSo() {
        var first = push(wire, "1", text);
        var edited = push(other, "1", Prose.edited(text));
        var same = push(third, "1", text);
        assertThat(duplicateOf(edited)).isEqualTo(articleOf(first));
        assertThat(duplicateOf(same)).isEqualTo(articleOf(first));
        var found = editor.get("/v1/items/" + idOf(first) + "/similar").expect(200).json();
        assertThat(found.path("next").isNull()).isTrue();
        assertThat(ids(found)).containsExactly(idOf(same), idOf(edited));
        var best = found.path("items").path(0);
        assertThat(best.path("articleId").asText()).isEqualTo(articleOf(same));
        assertThat(best.path("source")).isEqualTo(same.path("source"));
        assertThat(best.path("headline").asText()).isEqualTo("Headline 1");
        assertThat(best.path("receivedAt")).isEqualTo(same.path("receivedAt"));
        assertThat(best.path("score").asDouble()).isEqualTo(1);
        assertThat(found.path("items").path(1).path("score").asDouble()).isBetween(0.6, 0.95);
    }

    @Test
    void markupIsNoDifference() {
        var first = push(wire, "1", text);
        var html = "<p><b>" + text.replaceFirst(" ", "</b> ").replace(" the ", "</p><p>The ");
        assertThat(duplicateOf(push(other, "1", html + "</p>"))).isEqualTo(articleOf(first));
    }

    @Test
    void aRoundUpThatQuotesATextOrReprintsItIsNoDuplicate() {
        var first = push(wire, "1", text);
        var quoting = newText(200) + " " + Prose.cut(text, 40, 120) + " " + newText(100);
        var reprinting = newText(60) + " " + text + " " + newText(200);
        var introducing = newText(40) + " " + text;
        for (var post : List.of(quoting, reprinting, introducing)) {
            assertThat(duplicateOf(push(source(), "1", post))).isNull();
        }
        assertThat(similar(first)).isEmpty();
    }

    @Test
    void aReprintIsNoDuplicateByItsHeadline() {
        push(wire, "1", text);
        assertThat(duplicateOf(push(other, "1", newText(300)))).isNull();
        assertThat(duplicateOf(push(third, "1", ""))).isNull();
    }

    @Test
    void aTeaserIsNoDuplicateOfTheWhole() {
        var whole = push(wire, "1", text);
        assertThat(duplicateOf(push(other, "1", Prose.cut(text, 0, 55)))).isNull();
        var teaser = push(third, "1", Prose.cut(text, 0, 280) + " […]");
        assertThat(teaser.at("/articles/0/partial").asBoolean()).isTrue();
        assertThat(duplicateOf(teaser)).isNull();
        assertThat(similar(whole)).isEmpty();
    }

    @Test
    void aShortTextIsADuplicateOnlyWordForWord() {
        var flash = newText(20);
        var first = push(wire, "1", flash);
        assertThat(duplicateOf(push(other, "1", flash + "!"))).isEqualTo(articleOf(first));
        assertThat(duplicateOf(push(third, "1", flash + " today"))).isNull();
    }

    @Test
    void thePicturesOfAnEventAreNotTheSameForTheirCaption() {
        push(wire, picture(text));
        assertThat(duplicateOf(push(other, picture(text)))).isNull();
    }

    @Test
    void whatASourceSaysTwiceIsNoDuplicate() {
        var first = push(wire, "1", text);
        var again = push(wire, "2", text);
        assertThat(duplicateOf(again)).isNull();
        assertThat(similar(first)).isEmpty();
        assertThat(duplicateOf(push(other, "1", text))).isEqualTo(articleOf(first));
    }

    @Test
    void aFeedThatBringsADuplicateAgainBringsNothingNew() {
        push(wire, "1", text);
        var item = Rss.item("a", "Ferries sail again", text);
        var copy = feed(item);
        assertThat(duplicateOf(copy)).isNotNull();
        assertThat(admin.fetch(copy.path("source").asText())).contains("\"unchanged\":1");
    }

    @Test
    void anUpdatedItemIsNoDuplicateOfItselfNorOfWhatCameLater() {
        var first = push(wire, "1", text);
        var copy = push(other, "1", text);
        var updated = push(wire, "1", Prose.edited(text));
        assertThat(duplicateOf(updated)).isNull();
        assertThat(similar(updated)).hasSize(1);
        var copyUpdated = push(other, "1", Prose.edited(text));
        assertThat(duplicateOf(copyUpdated)).isEqualTo(articleOf(first));
        assertThat(similar(updated)).containsExactly(idOf(copy) + " 1.0");
    }

    @Test
    void anUpdatedItemIsKnownByWhatItSaysNow() {
        var first = push(wire, "1", text);
        var copy = push(other, "1", text);
        var rewritten = newText(300);
        push(wire, "1", rewritten);
        assertThat(similar(copy)).isEmpty();
        assertThat(duplicateOf(push(third, "1", text))).isEqualTo(articleOf(copy));
        assertThat(duplicateOf(push(third, "2", rewritten))).isEqualTo(articleOf(first));
        push(wire, "1", "");
        assertThat(duplicateOf(push(source(), "1", rewritten))).isNotEqualTo(articleOf(first));
        assertThat(similar(first)).isEmpty();
    }

    @Test
    void anItemThatComesToSayWhatAnotherSaidBeforeIsItsDuplicate() {
        push(wire, "1", newText(300));
        var first = push(other, "1", text);
        assertThat(duplicateOf(push(wire, "1", text))).isEqualTo(articleOf(first));
        var corrected = push(other, "1", Prose.edited(text));
        assertThat(duplicateOf(corrected)).isNull();
    }

    @Test
    void whatARemovedSourceHasBroughtStays() {
        var first = feed(Rss.item("1", "Harbour opens", text));
        admin.delete("/v1/sources/" + first.path("source").asText()).expect(204);
        var copy = push(other, "1", text);
        assertThat(duplicateOf(copy)).isEqualTo(articleOf(first));
        assertThat(similar(copy)).containsExactly(idOf(first) + " 1.0");
    }

    @Test
    void ofCopiesThatComeAtTheSameTimeOneIsTheOriginal() {
        var sources = Stream.generate(SimilarityTest::source).limit(8).toList();
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
                        .extracting(SimilarityTest::duplicateOf)
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

    @Test
    void whatCameBeforeTextsWereSignedIsFoundInTime() {
        var first = push(wire, "1", text);
        unsign(first);
        var copy = push(other, "1", text);
        await().untilAsserted(
                        () -> assertThat(similar(copy)).containsExactly(idOf(first) + " 1.0"));
        assertThat(similar(first)).containsExactly(idOf(copy) + " 1.0");
    }

    @Test
    void anEditOfWhatCameBeforeTextsWereSignedIsStillNoDuplicateOfItsCopies() {
        var first = push(wire, "1", text);
        unsign(first);
        var copy = push(other, "1", text);
        assertThat(duplicateOf(push(wire, "1", Prose.edited(text)))).isNull();
        assertThat(similar(copy)).hasSize(1);
    }

    @Test
    void itIsForStaff() {
        var item = "/v1/items/" + idOf(push(wire, "1", text)) + "/similar";
        wire.get(item).expect(403);
        editor.get("/v1/items/" + UUID.randomUUID() + "/similar").problem(404, "not-found");
    }

    /** Makes an item as it would be from before. */
    private void unsign(JsonNode item) {
        var id = UUID.fromString(idOf(item));
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            for (var statement :
                                    List.of(
                                            "delete from similarity_band where item_id = :item",
                                            "delete from similarity_signature where item_id ="
                                                    + " :item",
                                            "insert into similarity_unsigned values (:item)")) {
                                entities.createNativeQuery(statement)
                                        .setParameter("item", id)
                                        .executeUpdate();
                            }
                        });
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

    private static Api source() {
        return Api.as("source", "similar-" + UUID.randomUUID());
    }

    private static String newText(int words) {
        return Prose.of(100_000 + seed++, words);
    }

    private static JsonNode push(Api source, String guid, String body) {
        return push(source, guid, "Headline " + guid, body);
    }

    private static JsonNode push(Api source, String guid, String headline, String body) {
        ObjectNode article = JSON.createObjectNode();
        return push(source, article.put("guid", guid).put("headline", headline).put("body", body));
    }

    private static JsonNode push(Api source, ObjectNode article) {
        var answer = source.post("/v1/items", article.toString());
        return answer.expect(answer.status() == 200 ? 200 : 201).json();
    }

    private static ObjectNode picture(String caption) {
        return JSON.createObjectNode()
                .put("type", "picture")
                .put("headline", "Harbour")
                .put("body", caption);
    }

    /** Has a feed of one item fetched; answers the item. */
    private JsonNode feed(String item) {
        var source = site(List.of(item));
        admin.fetch(source);
        return admin.get("/v1/items/" + itemsOf(source).getFirst()).expect(200).json();
    }

    /** A source with these items, which have not been fetched. */
    private String site(List<String> items) {
        var site = new FeedServer();
        sites.add(site);
        site.serves(Rss.feed(items.toArray(String[]::new)));
        return admin.register(site.feed());
    }

    private List<String> similar(JsonNode item) {
        List<String> similar = new ArrayList<>();
        editor.get("/v1/items/" + idOf(item) + "/similar")
                .expect(200)
                .json()
                .path("items")
                .forEach(
                        one ->
                                similar.add(
                                        one.path("item").asText()
                                                + " "
                                                + one.path("score").asDouble()));
        return similar;
    }

    private long duplicatesIn(String source) {
        return itemsOf(source).stream()
                .map(id -> admin.get("/v1/items/" + id).expect(200).json())
                .filter(item -> duplicateOf(item) != null)
                .count();
    }

    private List<String> itemsOf(String source) {
        return entities.createQuery(
                        "select cast(i.id as string) from Item i where i.sourceId = :source",
                        String.class)
                .setParameter("source", UUID.fromString(source))
                .getResultList();
    }

    private static List<String> ids(JsonNode list) {
        return list.path("items").findValuesAsText("item");
    }

    private static String idOf(JsonNode item) {
        return item.path("id").asText();
    }

    private static String articleOf(JsonNode item) {
        return item.at("/articles/0/articleId").asText();
    }

    private static String duplicateOf(JsonNode item) {
        return item.at("/articles/0/duplicateOf").asText(null);
    }
}
