package galley.ingest.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import galley.events.ItemContent;
import galley.ingest.format.FormatReader;
import galley.ingest.format.RawDocument;
import galley.ingest.format.ReadItem;
import galley.ingest.format.UnreadableDocumentException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebPageReaderTest {
    private static final URI ADDRESS = URI.create("https://tide.example/2026/ferry?utm_source=x");
    private static final String TEXT =
            """
            <p>The ferry between the two banks runs again since Monday, the port says, after eleven
            weeks in which its engine was rebuilt by hand, piece by piece.</p>
            <p>Riders had taken the bridge, which is an hour longer by bus, and many of them have
            stayed with the bus, since it now has a lane of its own on the bridge.</p>
            <p>"We will win them back," says the captain, who has run the line for thirty years, and
            who has painted the boat in the meantime, in green, as it was when she began.</p>
            """;

    @Test
    void theMainTextIsReadWithoutWhatSurroundsIt() throws Exception {
        var item = read(new WebPageReader(), page("", "<h1>Ferry runs again</h1>" + TEXT));
        assertThat(item.headline()).isEqualTo("Ferry runs again");
        assertThat(item.url()).isEqualTo("https://tide.example/2026/ferry");
        assertThat(item.body())
                .contains("The ferry between", "says the captain")
                .doesNotContain("Subscribe to our letter", "All rights");
        assertThat(item.language()).isEqualTo("en-GB");
    }

    @Test
    void whatThePageSaysInJsonLdIsBelievedFirst() throws Exception {
        var head =
                """
                <title>Ferry | The Tide</title>
                <meta property="og:title" content="Ferry!">
                <meta property="og:image" content="/boat.jpg">
                <meta property="og:image:alt" content="A green boat">
                <link rel="canonical" href="/2026/the-ferry">
                <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
                  {"@type": "WebSite", "name": "The Tide"},
                  {"@type": ["NewsArticle"], "headline": "The ferry is back",
                   "datePublished": "2026-03-04T10:00:00+01:00", "dateModified": "2026-03-05",
                   "author": [{"@type": "Person", "name": "Ana Lobo"}, {"name": "Rui Teles"}],
                   "publisher": {"@type": "Organization", "name": "The Tide"},
                   "image": ["https://tide.example/large.jpg"], "inLanguage": "en",
                   "keywords": "ports, ferries", "isAccessibleForFree": "False"}]}</script>
                """;
        var item = read(new WebPageReader(), page(head, TEXT));
        assertThat(item.headline()).isEqualTo("The ferry is back");
        assertThat(item.url()).isEqualTo("https://tide.example/2026/the-ferry");
        assertThat(item.firstCreated()).isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
        assertThat(item.versionCreated()).isEqualTo(Instant.parse("2026-03-05T00:00:00Z"));
        assertThat(item.authors()).containsExactly("Ana Lobo", "Rui Teles");
        assertThat(item.credit()).isEqualTo("The Tide");
        assertThat(item.keywords()).containsExactly("ports", "ferries");
        assertThat(item.language()).isEqualTo("en");
        assertThat(item.media())
                .extracting("url")
                .containsExactly("https://tide.example/large.jpg");
        assertThat(item.partial()).isTrue();
    }

    @Test
    void openGraphIsReadWhereNothingBetterIs() throws Exception {
        var head =
                """
                <meta property="og:title" content="Ferry &amp; tram">
                <meta property="og:description" content="Both run.">
                <meta property="og:image" content="/boat.jpg">
                <meta property="og:image:alt" content="A green boat">
                <meta property="article:published_time" content="2026-03-04T10:00:00Z">
                <meta property="article:tag" content="ports">
                <meta name="author" content="Ana Lobo">
                <script type="application/ld+json">{ not JSON</script>
                """;
        var item = read(new WebPageReader(), page(head, TEXT));
        assertThat(item.headline()).isEqualTo("Ferry & tram");
        assertThat(item.summary()).isEqualTo("<p>Both run.</p>");
        assertThat(item.authors()).containsExactly("Ana Lobo");
        assertThat(item.keywords()).containsExactly("ports");
        assertThat(item.media().getFirst().url()).isEqualTo("https://tide.example/boat.jpg");
        assertThat(item.media().getFirst().alt()).isEqualTo("A green boat");
        assertThat(item.firstCreated()).isEqualTo(Instant.parse("2026-03-04T10:00:00Z"));
    }

    @Test
    void aPageWithoutAnArticleIsSaid() {
        assertThatThrownBy(() -> read(new WebPageReader(), "<html><body></body></html>"))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void nestingWithoutEndIsRefusedOrRead() {
        var deep = "<div>".repeat(30_000) + "x";
        assertThatThrownBy(() -> read(new WebPageReader(), deep))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("too many elements");
    }

    @Test
    void htmlThatIsSentIsTheWholeText() throws Exception {
        var item = read(new HtmlReader(), "<h1>Ferry <b>back</b></h1><p>Short.</p><nav>a</nav>");
        assertThat(item.headline()).isEqualTo("Ferry back");
        assertThat(item.body()).contains("<p>Short.</p>").contains("a").doesNotContain("Ferry");
    }

    @Test
    void aHeadingFurtherDownStaysWhereItIs() throws Exception {
        var html = "<title>Ferry</title><p>First.</p><h1>Then</h1><p>Second.</p>";
        var item = read(new HtmlReader(), html);
        assertThat(item.body()).containsSubsequence("First.", "Then", "Second.");
    }

    @Test
    void thePagesFeedsAreFoundInTheirOrder() {
        var page =
                """
                <link rel="alternate" type="application/rss+xml" href="/feed/">
                <link rel="alternate" hreflang="de" href="/de/">
                <link rel="stylesheet" type="text/css" href="/x.css">
                <link rel="ALTERNATE" type="application/atom+xml" href="https://f.example/atom">
                <link rel="alternate" type="application/rss+xml" href="javascript:x">
                """;
        assertThat(FeedLinks.in(document(page)))
                .containsExactly(
                        URI.create("https://tide.example/feed/"),
                        URI.create("https://f.example/atom"));
    }

    private static String page(String head, String text) {
        return """
        <!doctype html><html lang="en-GB"><head>%s</head><body>
        <nav><a href="/">Home</a> <a href="/news">News</a></nav>
        <main><article>%s</article></main>
        <aside class="newsletter"><form>Subscribe to our letter</form></aside>
        <footer>All rights reserved</footer></body></html>
        """
                .formatted(head, text);
    }

    private static RawDocument document(String html) {
        return new RawDocument(html.getBytes(StandardCharsets.UTF_8), "text/html", ADDRESS);
    }

    private static ItemContent read(FormatReader reader, String html)
            throws UnreadableDocumentException {
        return ((ReadItem) reader.read(document(html)).entries().getFirst()).content();
    }
}
