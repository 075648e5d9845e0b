package galley.ingest.feed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.events.ItemProposal;
import galley.events.Subject;
import galley.ingest.format.Readings;

import static org.assertj.core.api.Assertions.assertThat;

class AtomReaderTest {

    @Test
    void theDefaultTypeIsPlainText() {
        var entry =
                Feeds.only(
                        Feeds.atom(
                                "<entry><title>a &lt;b&gt; c</title>"
                                        + "<content>x &lt;i&gt;y&lt;/i&gt;</content></entry>"));
        assertThat(entry.body()).isEqualTo("<p>x &lt;i&gt;y&lt;/i&gt;</p>");
        assertThat(entry.headline()).isEqualTo("a <b> c");
    }

    @Test
    void prefixedXhtmlIsHtml() {
        var entry =
                Feeds.only(
                        Feeds.atom(
                                "<entry><title>A</title><content type='xhtml'"
                                        + " xmlns:h='http://www.w3.org/1999/xhtml'><h:div>a<h:br/>b"
                                        + "<h:p>c</h:p></h:div></content></entry>"));
        assertThat(entry.body()).isEqualTo("<div>a<br>b<p>c</p></div>");
    }

    @Test
    void aPrefixedFeedIsAFeed() {
        var feed =
                "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:id>1</a:id>"
                        + "<a:title>A</a:title><a:summary>s</a:summary></a:entry></a:feed>";
        assertThat(Feeds.onlyItem(feed).identity()).isEqualTo("1");
        assertThat(Feeds.only(feed).body()).isEqualTo("<p>s</p>");
    }

    @Test
    void theAuthorMayBeTheSourcesOrTheFeeds() {
        var source =
                "<entry><title>A</title><source><author><name>S</name></author></source></entry>";
        assertThat(Feeds.only(Feeds.atom(source)).authors()).containsExactly("S");
        var feed = "<author><name>F</name></author><entry><title>A</title></entry>";
        assertThat(Feeds.only(Feeds.atom(feed)).byline()).isEqualTo("F");
    }

    @Test
    void linksOfOtherKindsAreNotTheAddress() {
        var entry =
                "<entry><title>A</title><link rel='edit' href='/edit'/><link href='/a'/></entry>";
        assertThat(Feeds.only(Feeds.atom(entry)).url()).isEqualTo("https://feed.example/a");
    }

    @Test
    void aDocumentThatBreaksOffGivesItsWholeEntriesOnly() {
        var reading =
                Feeds.read(
                        "<feed"
                            + " xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title>A</title></entry><entry><id>2</id><title>B</title><content"
                            + " type='xhtml'><div>c");
        assertThat(Readings.items(reading)).extracting("identity").containsExactly("1");
        assertThat(Readings.failures(reading)).extracting("identity").containsExactly("2");
    }

    @Test
    void atom03IsReadWithItsOwnWords() {
        var items = Readings.items(Feeds.read(Readings.sample("coast-0.3.atom.xml"), null));
        var nets = items.getFirst().content();
        assertThat(nets.guid()).isEqualTo("tag:coast.example,2026:nets");
        assertThat(nets.headline()).isEqualTo("Nets & knots");
        assertThat(nets.body()).isEqualTo("<div><p>The loft smells of tar.</p></div>");
        assertThat(nets.summary()).isEqualTo("<p>A morning in the loft.</p>");
        assertThat(nets.url()).isEqualTo("https://coast.example/nets");
        assertThat(nets.authors()).containsExactly("The editors");
        assertThat(nets.firstCreated()).hasToString("2026-05-19T08:00:00Z");
        assertThat(nets.versionCreated()).hasToString("2026-05-20T08:00:00Z");
        assertThat(nets.usageTerms()).isEqualTo("© Coast Journal");
        var tides = items.getLast().content();
        assertThat(tides.headline()).isEqualTo("Tides");
        assertThat(tides.body()).isEqualTo("<p>High water at noon.</p>");
    }

    @Test
    void aTombstoneTakesItsEntryBack() {
        var items = Readings.items(Feeds.read(Readings.sample("coast-tombstones.atom.xml"), null));
        assertThat(items)
                .extracting("identity")
                .containsExactly("tag:coast.example,2026:shark", "tag:coast.example,2026:seal");
        var shark = items.getFirst().content();
        assertThat(shark.pubStatus()).isEqualTo("canceled");
        assertThat(shark.headline()).isEmpty();
        assertThat(shark.body()).isEmpty();
        assertThat(shark.versionCreated()).hasToString("2026-05-20T11:00:00Z");
        assertThat(shark.editorialNote()).isEqualTo("There was no shark.");
        assertThat(shark.proposals())
                .containsExactly(
                        new ItemProposal(
                                "cancel", null, null, "deleted-entry: There was no shark.", 1.0));
        assertThat(items.getLast().content().pubStatus()).isEqualTo("usable");
        assertThat(items.getLast().content().proposals()).isEmpty();
    }

    @Test
    void ofAnEntryAndItsTombstoneTheNewerCounts() {
        var entry = "<entry><id>1</id><title>A</title><updated>2026-05-%s</updated></entry>";
        var tombstone = "<at:deleted-entry ref='1' when='2026-05-%s'/>";
        assertThat(status(entry.formatted("20"), tombstone.formatted("21"))).isEqualTo("canceled");
        assertThat(status(tombstone.formatted("21"), entry.formatted("20"))).isEqualTo("canceled");
        assertThat(status(tombstone.formatted("20"), entry.formatted("21"))).isEqualTo("usable");
    }

    private static String status(String one, String other) {
        return Feeds.only(Feeds.atom(one + other)).pubStatus();
    }

    @Test
    void aTombstoneWithoutANameIsUnreadable() {
        var reading = Feeds.read(Feeds.atom("<at:deleted-entry when='2026-05-20'/>"));
        assertThat(Readings.failures(reading).getFirst().reason()).contains("names no entry");
    }

    @Test
    void anEntryMayStandForItself() {
        var entry = "<entry xmlns='http://www.w3.org/2005/Atom'><id>1</id><title>A</title></entry>";
        assertThat(Feeds.onlyItem(entry).identity()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <title>a &lt;b> c</title>                               | a <b> c
                    <title type='text'>a &amp;amp; c</title>                | a &amp; c
                    <title type='html'>a &amp;amp; &lt;b>c&lt;/b></title>   | a & c
                    <title type='HTML'><![CDATA[a &amp; <b>c</b>]]></title> | a & c
                    <title type='xhtml'><div>a <b>c</b></div></title>       | a c
                    <title type='xhtml'>&lt;b>a&lt;/b></title>              | a
                    <title/><title>a</title>                                | a
                    """)
    void aHeadlineIsPlainWhateverItsType(String title, String headline) {
        assertThat(Feeds.only(Feeds.atom("<entry>" + title + "</entry>")).headline())
                .isEqualTo(headline);
    }

    @Test
    void aLinkHasABaseOfItsOwnAndSoHasTheText() {
        var entry =
                Feeds.only(
                        Feeds.atom(
                                "<entry xml:base='/e/'><title>A</title><link href='a'/>"
                                        + "<content type='html' xml:base='/c/' xml:lang='pt'>"
                                        + "&lt;a href='b'>b&lt;/a></content></entry>"));
        assertThat(entry.url()).isEqualTo("https://feed.example/e/a");
        assertThat(entry.body()).contains("https://feed.example/c/b");
        assertThat(entry.language()).isEqualTo("pt");
    }

    @Test
    void aCategoryOfAVocabularyIsASubjectToo() {
        var entry =
                Feeds.only(
                        Feeds.atom(
                                "<entry><title>A</title><category term='p1' label='Ports'"
                                        + " scheme='https://a.example/t#'/><category term='sea'/>"
                                        + "<category label=''/></entry>"));
        assertThat(entry.keywords()).containsExactly("Ports", "sea");
        assertThat(entry.subjects())
                .containsExactly(new Subject("https://a.example/t#", "p1", "Ports"));
    }
}
