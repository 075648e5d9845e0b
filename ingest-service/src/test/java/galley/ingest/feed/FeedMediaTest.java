package galley.ingest.feed;

import java.util.List;

import org.junit.jupiter.api.Test;

import galley.events.ItemMedia;
import galley.events.MediaKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Media beside the text: enclosures, Media RSS and podcasts. */
class FeedMediaTest {

    @Test
    void ofAGroupTheBestOfEachKindCounts() {
        var media =
                media(
                        "<media:group><media:content url='/s.jpg' medium='image' width='100'"
                            + " height='90'/><media:content url='/l.jpg' medium='image' width='900'"
                            + " height='90'/><media:content url='/a.mp4' type='video/mp4'"
                            + " isDefault='true'/><media:content url='/b.mp4' type='video/mp4'"
                            + " width='9' height='9'/></media:group>");
        assertThat(media)
                .extracting(ItemMedia::url)
                .containsExactly("https://feed.example/a.mp4", "https://feed.example/l.jpg");
    }

    @Test
    void whatIsSaidAroundMediaIsSaidOfThem() {
        var media =
                media(
                        "<media:credit>The item</media:credit><media:group>"
                                + "<media:description>Nets &amp;amp; knots</media:description>"
                                + "<media:content url='/a.jpg'><media:title>A loft</media:title>"
                                + "</media:content></media:group>");
        assertThat(media)
                .containsExactly(
                        new ItemMedia(
                                MediaKind.IMAGE,
                                "https://feed.example/a.jpg",
                                "A loft",
                                "Nets & knots",
                                null,
                                "The item"));
    }

    @Test
    void aThumbnailStandsForAPictureThatIsNotThere() {
        assertThat(
                        media(
                                "<enclosure url='/a.mp3' type='audio/mpeg'/>"
                                        + "<media:thumbnail url='/s.jpg' width='1' height='1'/>"
                                        + "<media:thumbnail url='/l.jpg' width='9' height='9'/>"))
                .extracting(ItemMedia::url)
                .containsExactly("https://feed.example/a.mp3", "https://feed.example/l.jpg");
        assertThat(
                        media(
                                "<enclosure url='/a.jpg' type='image/jpeg'/>"
                                        + "<media:thumbnail url='/s.jpg'/>"))
                .hasSize(1);
        assertThat(media("<itunes:image href='/cover.png'/>"))
                .extracting(ItemMedia::kind)
                .containsExactly(MediaKind.IMAGE);
    }

    @Test
    void theEndingTellsWhatNobodySays() {
        assertThat(media("<enclosure url='/A.MP3?x=1'/><enclosure url='/a.pdf'/>"))
                .extracting(ItemMedia::kind)
                .containsExactly(MediaKind.AUDIO, MediaKind.DOCUMENT);
    }

    @Test
    void aVideoOfAnAtomFeedHasItsTextInItsGroup() {
        var entry =
                Feeds.only(
                        Feeds.atom(
                                "<entry xmlns:media='http://search.yahoo.com/mrss/'><id>1</id>"
                                        + "<title>A</title><media:group><media:content url='/v'"
                                        + " type='video/mp4'/><media:thumbnail url='/v.jpg'/>"
                                        + "<media:description>Tides, explained.</media:description>"
                                        + "</media:group></entry>"));
        assertThat(entry.body()).isEqualTo("<p>Tides, explained.</p>");
        assertThat(entry.media())
                .extracting(ItemMedia::kind)
                .containsExactly(MediaKind.VIDEO, MediaKind.IMAGE);
    }

    private static List<ItemMedia> media(String inside) {
        return Feeds.only(Feeds.rss("<item><title>A</title>" + inside + "</item>")).media();
    }
}
