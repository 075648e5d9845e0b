package galley.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A post of the sample feed, and what a newsroom does with it until it is taken back. */
final class Post {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String STANDFIRST = "As the papers of the coast told it";
    private static final String CORRECTED = "An earlier version had no standfirst.";
    private static final String WITHDRAWN = "Withdrawn: its publisher has taken the text back.";
    private static final List<String> FEEDS =
            List.of("/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json");

    private final Platform platform;
    private final Newsroom newsroom;
    private final Caller reader;
    private final String headline;
    private final String id;

    /** Waits until the post waits for review. */
    Post(Platform platform, Newsroom newsroom, String headline) {
        this.platform = platform;
        this.newsroom = newsroom;
        this.reader = platform.reader();
        this.headline = headline;
        this.id = newsroom.received(headline);
    }

    /** Its article as editorial has it now. */
    JsonNode article() {
        return newsroom.read(id).json();
    }

    /** An editor takes all that was read from the post for right; answers the article. */
    JsonNode acceptAll() {
        var received = article();
        assertThat(received.path("proposals")).isNotEmpty();
        assertThat(received.path("parts")).hasSize(1);
        var accepted = decide(newsroom.writerAsEditor, "proposals/accept", Map.of());
        assertThat(accepted.path("proposals")).isEmpty();
        assertThat(SampleFeed.words(accepted)).containsSubsequence(SampleFeed.wordsOf(headline));
        return accepted;
    }

    /** The names of the checks that find something. */
    List<String> findings() {
        var checks = newsroom.editor.get(address("/checks")).json();
        return texts(checks.path("items"), "check");
    }

    /** The writer changes the article (JSON Merge Patch). */
    void edit(Map<String, ?> patch) {
        var etag = newsroom.read(id).header("ETag");
        var edited = newsroom.writer.patch(address(""), patch, Map.of("If-Match", etag));
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    }

    /** Somebody decides on the article as it is now, or on what belongs to it. */
    JsonNode decide(Caller who, String step, Map<String, ?> body) {
        var decided = newsroom.decide(who, id, step, body);
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        return decided.json();
    }

    /** A publisher tries to send it out, and is told what stands in the way. */
    List<String> blocked() {
        var refused = newsroom.decide(newsroom.publisher, id, "release");
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        return texts(refused.json().path("findings"), "check");
    }

    /** Three people send it out; answers its page, on which no word of the post is missing. */
    Document release() {
        newsroom.release(id);
        var page = live(1);
        // an author's line is part of a sentence on the page
        assertThat(lowerCase(SampleFeed.words(page.select("main section").text())))
                .containsSubsequence(lowerCase(SampleFeed.wordsOf(headline)));
        return page;
    }

    private static List<String> lowerCase(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** Waits until readers have a version, and answers its page. */
    Document live(int version) {
        await("version " + version + " of " + headline)
                .atMost(PATIENCE)
                .until(() -> published().path("version").asInt() == version);
        await("editorial knows that it is live")
                .atMost(PATIENCE)
                .until(() -> article().path("publication").asText().equals("live"));
        assertThat(published().path("parts")).isEqualTo(article().path("parts"));
        assertThat(published().path("kind")).isEqualTo(article().path("kind"));
        assertThat(published().path("language")).isEqualTo(article().path("language"));
        var page = page(200);
        assertThat(page.selectFirst("h1").text()).isEqualTo(headline);
        assertThat(page.select("script:not([type=application/ld+json]), iframe")).isEmpty();
        return page;
    }

    /** As the content API has it now. */
    JsonNode published() {
        return reader.get(address("")).json();
    }

    /** As it stands on the front page. */
    Element listed() {
        return Jsoup.parse(reader.get("/", "text/html").text()).select("article.listed").stream()
                .filter(it -> it.selectFirst("h2").text().equals(headline))
                .findFirst()
                .orElseThrow();
    }

    /** Corrects what readers have, and then takes it back; asserts that both reach everybody. */
    void correctAndKill() {
        beginCorrection();
        edit(Map.of("standfirst", STANDFIRST));
        newsroom.release(id);
        var page = live(2);
        assertThat(page.selectFirst(".standfirst").text()).isEqualTo(STANDFIRST);
        assertCorrected(page);
        takeBack();
    }

    /** A publisher takes back what was corrected; asserts who no longer has it, and its trail. */
    void takeBack() {
        kill();
        assertTrail();
    }

    /** A publisher begins a correction; readers keep what they have. */
    private void beginCorrection() {
        var begun = decide(newsroom.publisher, "correct", Map.of("note", CORRECTED));
        assertThat(begun.path("workflow").asText()).isEqualTo("draft");
        assertThat(published().path("version").asInt()).isEqualTo(1);
    }

    /** Takes what the source says now for the correction; answers the page with it. */
    Document correctAsTheSourceDid(int itemRevision) {
        beginCorrection();
        var parts = texts(article().path("parts"), "type");
        var taken = decide(newsroom.writer, "source-revisions/" + itemRevision + "/take", Map.of());
        assertThat(texts(taken.path("parts"), "type"))
                .as("what people made of it")
                .isEqualTo(parts);
        assertThat(taken.path("proposals")).as("what people decided on").isEmpty();
        newsroom.release(id);
        var page = live(2);
        assertCorrected(page);
        return page;
    }

    /** What the source has sent since people have the article in hand. */
    JsonNode sourceRevisions() {
        return newsroom.editor.get(address("/source-revisions")).json().path("items");
    }

    /** The correction's note is on the page and in the data. */
    private void assertCorrected(Document page) {
        assertThat(page.selectFirst(".corrections").text()).endsWith(CORRECTED);
        assertThat(page.selectFirst(".updated")).isNotNull();
        assertThat(texts(published().path("corrections"), "note")).containsExactly(CORRECTED);
        assertThat(published().at("/corrections/0/version").asInt()).isEqualTo(2);
    }

    /** A publisher takes it back; nobody has it any longer, and everybody learns why. */
    private void kill() {
        decide(newsroom.publisher, "kill", Map.of("note", WITHDRAWN));
        await("gone for readers")
                .atMost(PATIENCE)
                .until(() -> reader.get(address("")).status() == 410);
        assertThat(reader.get(address("")).text()).contains(WITHDRAWN);
        assertThat(page(410).selectFirst(".reason").text()).isEqualTo(WITHDRAWN);
        assertThat(reader.get("/v1/articles?limit=100").text()).doesNotContain(id);
        assertThat(reader.get("/", "text/html").text()).doesNotContain(headline);
        for (String feed : FEEDS) {
            assertThat(reader.get(feed, "*/*").text()).as(feed).doesNotContain(headline);
        }
        var atom = Jsoup.parse(reader.get("/feeds/atom.xml", "*/*").text());
        assertThat(atom.select("at|deleted-entry").eachAttr("ref")).contains("urn:uuid:" + id);
        var last =
                await("other sites learn it")
                        .atMost(PATIENCE)
                        .until(this::canceled, Optional::isPresent)
                        .orElseThrow();
        assertThat(last.version()).isEqualTo(3);
        assertThat(last.document().path("edNote").asText()).contains(WITHDRAWN);
        assertThat(last.document().has("bodies")).isFalse();
    }

    private Optional<PublishedEvent> canceled() {
        return PublishedTopic.last(platform.kafka(), id)
                .filter(it -> it.document().path("pubStatus").asText().equals("canceled"));
    }

    /** One timeline tells its way from the bytes of the feed to the readers who lost it. */
    private void assertTrail() {
        var trail =
                await("the trail has its end")
                        .atMost(PATIENCE)
                        .until(this::trail, it -> texts(it, "what").contains("taken-down"));
        assertThat(trail.at("/0/stage").asText()).isEqualTo("ingest");
        assertThat(trail.at("/0/origin/rawSha256").asText()).isEqualTo(SampleFeed.sha256());
        assertThat(texts(trail, "stage")).contains("editorial").endsWith("delivery");
        assertThat(texts(trail, "what"))
                .containsSubsequence(
                        "submit",
                        "approve",
                        "release",
                        "correct",
                        "submit",
                        "approve",
                        "release",
                        "kill",
                        "taken-down");
        assertThat(texts(trail, "note")).contains(CORRECTED, WITHDRAWN);
    }

    private JsonNode trail() {
        return newsroom.editor.get(address("/trail?limit=100")).json().path("items");
    }

    private Document page(int status) {
        var answer = reader.get(article().path("url").asText(), "text/html");
        assertThat(answer.status()).isEqualTo(status);
        return Jsoup.parse(answer.text());
    }

    private String address(String below) {
        return "/v1/articles/" + id + below;
    }

    /** A field of each item, or one in it ({@code dateline/text}); null where it has none. */
    static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.at("/" + field).asText(null))
                .toList();
    }
}
