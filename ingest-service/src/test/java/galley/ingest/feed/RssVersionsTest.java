package galley.ingest.feed;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.format.RawDocument;
import galley.ingest.format.ReadItem;
import galley.ingest.format.Readings;

import static org.assertj.core.api.Assertions.assertThat;

/** RSS before and beside 2.0. */
class RssVersionsTest {

    @Test
    void rss10HasItsItemsBesideTheChannel() {
        var items = Readings.items(Feeds.read(Readings.sample("coast-1.0.rss.rdf"), null));
        assertThat(items)
                .extracting(ReadItem::identity)
                .containsExactly("https://coast.example/dunes", "https://coast.example/nets");
        var dunes = items.getFirst().content();
        assertThat(dunes.headline()).isEqualTo("The dunes move");
        assertThat(dunes.url()).isEqualTo("https://coast.example/dunes");
        assertThat(dunes.body()).isEqualTo("<p>The dunes move two metres a <i>year</i>.</p>");
        assertThat(dunes.summary()).isEqualTo("<p>Two metres a year.</p>");
        assertThat(dunes.authors()).containsExactly("Ana Lobo");
        assertThat(dunes.keywords()).containsExactly("dunes", "wind");
        assertThat(dunes.firstCreated()).hasToString("2026-05-20T09:00:00Z");
        assertThat(dunes.language()).isEqualTo("en");
        assertThat(dunes.usageTerms()).isEqualTo("© Coast Journal");
    }

    @Test
    void rss090IsRdfOfAnotherNamespace() {
        var dunes = Readings.onlyItem(Feeds.read(Readings.sample("coast-0.90.rss.rdf"), null));
        assertThat(dunes.identity()).isEqualTo("http://coast.example/dunes");
        assertThat(dunes.content().headline()).isEqualTo("The dunes move");
    }

    @Test
    void rss091MayNameADocumentTypeOfItsOwn() {
        var cafe = Readings.only(Feeds.read(Readings.sample("coast-0.91.rss.xml"), null));
        assertThat(cafe.headline()).isEqualTo("The café at the quay");
        assertThat(cafe.body()).isEqualTo("<p>It opens at \"six\".</p>");
        assertThat(cafe.language()).isEqualTo("en-GB");
        assertThat(cafe.usageTerms()).isEqualTo("Coast Journal");
    }

    @Test
    void theVocabularyMayHaveAPrefix() {
        var feed =
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                        + " xmlns:rss='http://purl.org/rss/1.0/'><rss:channel/><rss:item"
                        + " rdf:about='https://a.example/1'><rss:title>A</rss:title></rss:item>"
                        + "</rdf:RDF>";
        assertThat(Feeds.only(feed).headline()).isEqualTo("A");
        assertThat(Feeds.only(feed).url()).isEqualTo("https://a.example/1");
    }

    @Test
    void aForgottenChannelLosesNoItem() {
        assertThat(Feeds.only("<rss><item><title>A</title></item></rss>").headline())
                .isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                        + " xmlns:foaf='http://xmlns.com/foaf/0.1/'><foaf:Person/></rdf:RDF>",
                "<entry><title>A</title></entry>"
            })
    void notEverythingInRdfOrWithAnEntryIsAFeed(String document) {
        var raw =
                new RawDocument(document.getBytes(StandardCharsets.UTF_8), null, Readings.ADDRESS);
        assertThat(new RssReader().recognises(raw)).isFalse();
        assertThat(new AtomReader().recognises(raw)).isFalse();
    }
}
