package galley.publish.http;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import jakarta.inject.Inject;

import com.aayushatharva.brotli4j.decoder.Decoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import galley.events.Article;
import galley.publish.PlainClient;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What all representations have in common. A plain client: no decoding, no headers of its own. */
@TestServers
class ValidatorsTest {
    static final List<String> PATHS =
            List.of(
                    "/v1/articles/{id}",
                    "/v1/articles/{id}?format=ninjs",
                    "/v1/articles/{id}?format=json-ld",
                    "/v1/articles/{id}?format=newsml-g2",
                    "/v1/articles/{id}?format=nitf",
                    "/v1/articles/{id}?format=text",
                    "/articles/{slug}",
                    "/v1/articles",
                    "/",
                    "/feeds/rss.xml",
                    "/feeds/atom.xml",
                    "/feeds/feed.json",
                    "/feeds/tags/charters/rss.xml",
                    "/feeds/authors/The%20editors/atom.xml",
                    "/feeds/languages/en/feed.json");

    /** Those that change with any article. */
    static final List<String> DATED =
            List.of(
                    "/v1/articles",
                    "/feeds/rss.xml",
                    "/feeds/atom.xml",
                    "/feeds/feed.json",
                    "/feeds/tags/charters/atom.xml",
                    "/feeds/languages/en/rss.xml");

    @Inject Desk desk;

    private Article article;

    @BeforeEach
    void release() {
        desk.clear();
        article =
                desk.release(
                        Samples.article(
                                "p09-statement",
                                json -> json.putArray("bylines").add("The editors")));
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void whoHasThePresentCopyGetsNoSecondOne(String path) throws Exception {
        for (var coding : List.of("identity", "gzip", "br")) {
            var first = get(path, "Accept-Encoding", coding);
            var tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(tag).startsWith("\"").endsWith("\"");
            for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
                var again = get(path, "Accept-Encoding", coding, "If-None-Match", known);
                assertThat(again.statusCode()).as(known).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(again.headers().firstValue("ETag")).contains(tag);
            }
            var other = get(path, "Accept-Encoding", coding, "If-None-Match", "\"other\"");
            assertThat(other.statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void aChangeIsWhatTheNextRequestGets(String path) throws Exception {
        var tag = get(path).headers().firstValue("ETag").orElseThrow();
        desk.release(Samples.next(article, json -> json.put("headline", "Changed just now")));
        var changed = get(path, "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(new String(changed.body(), StandardCharsets.UTF_8)).contains("Changed just now");
        var newTag = changed.headers().firstValue("ETag").orElseThrow();
        desk.kill(Samples.next(article, _ -> {}), "Withdrawn");
        var gone = get(path, "If-None-Match", newTag);
        assertThat(gone.statusCode()).isIn(200, 410);
        assertThat(new String(gone.body(), StandardCharsets.UTF_8)).doesNotContain("the lamps lit");
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void whatIsLargeIsCompressedForThoseWhoTakeIt(String path) throws Exception {
        // a teaser alone would not be large
        for (int i = 0; i < 10; i++) {
            desk.release(Samples.article("p02-round-up"));
        }
        var plain = get(path, "Accept-Encoding", "identity");
        var gzip = get(path, "Accept-Encoding", "gzip, br;q=0.5");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(gzip.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(gzip.headers().allValues("Vary").toString()).contains("Accept-Encoding");
        assertThat(gzip.body().length).isLessThan(plain.body().length);
        try (var decoded = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
            assertThat(decoded.readAllBytes()).isEqualTo(plain.body());
        }
        var brotli = get(path, "Accept-Encoding", "gzip, br");
        assertThat(brotli.headers().firstValue("Content-Encoding")).contains("br");
        assertThat(Decoder.decompress(brotli.body()).getDecompressedData()).isEqualTo(plain.body());
        assertThat(Stream.of(plain, gzip, brotli).map(it -> it.headers().firstValue("ETag")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("DATED")
    void whoGoesByTheDateMissesNoChangeOfTheSameSecond(String path) {
        var date = get(path).headers().firstValue("Last-Modified").orElseThrow();
        desk.release(Samples.next(article, json -> json.put("headline", "Changed just now")));
        var changed = get(path, "If-Modified-Since", date);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(new String(changed.body(), StandardCharsets.UTF_8)).contains("Changed just now");
    }

    @ParameterizedTest
    @FieldSource("DATED")
    void whoHasTheDateOfTheLastChangeGetsNoSecondCopy(String path) {
        var settled =
                await().atMost(Duration.ofMinutes(2))
                        .until(
                                () -> {
                                    var date = get(path).headers().firstValue("Last-Modified");
                                    return get(path, "If-Modified-Since", date.orElseThrow());
                                },
                                answer -> answer.statusCode() == 304);
        assertThat(settled.body()).isEmpty();
        assertThat(settled.headers().firstValue("ETag")).isPresent();
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void whatMayBeKeptIsAskedForAgain(String path) throws Exception {
        assertThat(get(path).headers().firstValue("Cache-Control")).contains("public, no-cache");
    }

    @Test
    void whatShowsNoArticleMayBeAMomentOld() {
        for (var path : List.of("/v1/sections", "/assets/site.css")) {
            assertThat(get(path).headers().firstValue("Cache-Control"))
                    .contains("public, max-age=60, stale-while-revalidate=86400");
        }
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        return PlainClient.get(
                path.replace("{id}", article.id().toString()).replace("{slug}", article.slug()),
                headers);
    }
}
