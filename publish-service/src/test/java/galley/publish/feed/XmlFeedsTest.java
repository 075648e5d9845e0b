package galley.publish.feed;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import static org.assertj.core.api.Assertions.assertThat;

class XmlFeedsTest {
    private static final FeedEntry ENTRY =
            FeedSamples.entry("Ferry & tram <share> a ticket", FeedSamples.CONTENT);

    @Test
    void rssReadsBackAsItWas() throws Exception {
        var feed = read(RssFeed.write(FeedSamples.feed(ENTRY)));
        assertThat(feed.getFeedType()).isEqualTo("rss_2.0");
        assertThat(feed.getTitle()).isEqualTo("The Harbour Letter");
        assertThat(feed.getDescription()).isEqualTo("Reports & reprints <from> the coast");
        assertThat(feed.getLanguage()).isEqualTo("en-GB");
        var entry = feed.getEntries().getFirst();
        assertThat(entry.getTitle()).isEqualTo(ENTRY.title());
        assertThat(entry.getUri()).isEqualTo(FeedSamples.ID);
        assertThat(entry.getLink()).isEqualTo(ENTRY.url());
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(ENTRY.publishedAt()));
        assertThat(entry.getContents().getFirst().getValue()).isEqualTo(FeedSamples.CONTENT);
        assertThat(entry.getDescription().getValue()).isEqualTo("Ferry &amp; tram, 2 &lt; 3");
        assertThat(((DCModule) entry.getModule(DCModule.URI)).getCreators())
                .containsExactly("Ana Lobo", "Tom Reed");
        assertThat(entry.getCategories())
                .extracting(SyndCategory::getName)
                .containsExactly("Coast", "ferries");
    }

    @Test
    void rssNamesItselfAndItsEntriesOnceAndForAll() throws Exception {
        var xml = document(RssFeed.write(FeedSamples.feed(ENTRY)));
        var guid = (org.w3c.dom.Element) xml.getElementsByTagName("guid").item(0);
        assertThat(guid.getAttribute("isPermaLink")).isEqualTo("false");
        var self = (org.w3c.dom.Element) xml.getElementsByTagName("atom:link").item(0);
        assertThat(self.getAttribute("rel")).isEqualTo("self");
        assertThat(self.getAttribute("href"))
                .isEqualTo("https://harbour-letter.example/feeds/feed");
        assertThat(text(xml, "pubDate")).isEqualTo("Wed, 20 May 2026 10:00:00 GMT");
        assertThat(text(xml, "lastBuildDate")).isEqualTo("Fri, 22 May 2026 08:00:00 GMT");
    }

    @Test
    void atomReadsBackAsItWas() throws Exception {
        var feed = read(AtomFeed.write(FeedSamples.feed(ENTRY)));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getUri()).isEqualTo("https://harbour-letter.example/feeds/feed");
        assertThat(feed.getAuthors())
                .extracting(SyndPerson::getName)
                .containsExactly("The Harbour Letter");
        SyndEntry entry = feed.getEntries().getFirst();
        assertThat(entry.getTitle()).isEqualTo(ENTRY.title());
        assertThat(entry.getUri()).isEqualTo(FeedSamples.ID);
        assertThat(entry.getLink()).isEqualTo(ENTRY.url());
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(ENTRY.publishedAt()));
        assertThat(entry.getUpdatedDate()).isEqualTo(Date.from(ENTRY.updatedAt()));
        assertThat(entry.getContents().getFirst().getType()).isEqualTo("html");
        assertThat(entry.getContents().getFirst().getValue()).isEqualTo(FeedSamples.CONTENT);
        assertThat(entry.getAuthors())
                .extracting(SyndPerson::getName)
                .containsExactly("Ana Lobo", "Tom Reed");
        assertThat(entry.getCategories())
                .extracting(SyndCategory::getName)
                .containsExactly("Coast", "ferries");
    }

    @Test
    void atomHasWhatTheStandardRequiresEvenWithoutEntries() throws Exception {
        var xml = document(AtomFeed.write(FeedSamples.feed()));
        for (var name : List.of("id", "title", "updated", "author")) {
            assertThat(xml.getElementsByTagName(name).getLength()).as(name).isEqualTo(1);
        }
        assertThat(Instant.parse(text(xml, "updated"))).isEqualTo(FeedSamples.WITHDRAWAL.when());
        assertThat(read(RssFeed.write(FeedSamples.feed())).getEntries()).isEmpty();
    }

    @Test
    void atomSignalsWhatWasWithdrawn() throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        var written = AtomFeed.write(FeedSamples.feed(ENTRY));
        var gone =
                factory.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(written))
                        .getElementsByTagNameNS(
                                "http://purl.org/atompub/tombstones/1.0", "deleted-entry");
        assertThat(gone.getLength()).isEqualTo(1);
        var tombstone = (org.w3c.dom.Element) gone.item(0);
        assertThat(tombstone.getAttribute("ref")).isEqualTo(FeedSamples.WITHDRAWAL.id());
        assertThat(tombstone.getAttribute("when")).isEqualTo("2026-05-22T08:00:00Z");
        assertThat(tombstone.getTextContent()).isEqualTo("The <tram> office & we");
        assertThat(tombstone.getParentNode().getLocalName()).isEqualTo("feed");
    }

    @Test
    void aFeedOfNothingIsDatedBackToTheBeginning() {
        var feed = FeedSamples.feed();
        assertThat(
                        new Feed(
                                        feed.title(),
                                        feed.description(),
                                        feed.language(),
                                        feed.home(),
                                        feed.address(),
                                        feed.hub(),
                                        List.of(),
                                        List.of())
                                .updatedAt())
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void charactersThatXmlCantHoldAreLeftOut() throws Exception {
        var entry = FeedSamples.entry("a\u0000b\u001Fc\uFFFF\uD800d", "<p>\u000Be</p>");
        var feed = FeedSamples.feed(entry);
        for (byte[] written : List.of(RssFeed.write(feed), AtomFeed.write(feed))) {
            var read = read(written).getEntries().getFirst();
            assertThat(read.getTitle()).isEqualTo("abcd");
            assertThat(read.getContents().getFirst().getValue()).isEqualTo("<p>e</p>");
        }
    }

    @Test
    void isUtf8() {
        var text = new String(RssFeed.write(FeedSamples.feed(ENTRY)), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .contains("— \uD83D\uDEA2");
    }

    private static SyndFeed read(byte[] xml) throws Exception {
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(xml)));
    }

    private static Document document(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml));
    }

    private static String text(Document xml, String element) {
        return xml.getElementsByTagName(element).item(0).getTextContent();
    }
}
