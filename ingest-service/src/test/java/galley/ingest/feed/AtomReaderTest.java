package galley.ingest.feed;

import org.junit.jupiter.api.Test;

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
        assertThat(Feeds.items(reading)).extracting("identity").containsExactly("1");
        assertThat(Feeds.failures(reading)).extracting("identity").containsExactly("2");
    }
}
