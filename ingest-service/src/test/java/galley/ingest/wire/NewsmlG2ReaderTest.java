package galley.ingest.wire;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import galley.events.Dateline;
import galley.events.ItemContent;
import galley.events.ItemMedia;
import galley.events.ItemProposal;
import galley.events.MediaKind;
import galley.events.Subject;
import galley.ingest.format.Entry;

import static org.assertj.core.api.Assertions.assertThat;

class NewsmlG2ReaderTest {

    @Test
    void aTextHasAllThatTheStandardHasAFieldFor() {
        var text = Wires.only(Wires.sample("g2-text-xhtml.xml"));
        assertThat(text.guid())
                .isEqualTo("urn:newsml:kuestenwelle.example:20260520:260520-11-0017");
        assertThat(text.version()).isEqualTo("3");
        assertThat(text.type()).isEqualTo("text");
        assertThat(text.pubStatus()).isEqualTo("usable");
        assertThat(text.urgency()).isEqualTo(4);
        assertThat(text.priority()).isEqualTo(3);
        assertThat(text.headline()).isEqualTo("Hafen in Osthaven öffnet nach zwei Jahren");
        assertThat(text.slugline()).isEqualTo("Hafen/Osthaven");
        assertThat(text.byline()).isEqualTo("Von Mia Lund, KW");
        assertThat(text.authors()).containsExactly("Mia Lund");
        assertThat(text.language()).isEqualTo("de");
        assertThat(text.summary()).isEqualTo("<p>Zwei Jahre lang wurde gebaut.</p>");
        assertThat(text.keywords()).containsExactly("Hafen", "Boote");
        assertThat(text.places()).containsExactly("Deutschland");
        assertThat(text.credit()).isEqualTo("KW");
        assertThat(text.usageTerms())
                .isEqualTo("Nicht für Archive. © 2026 Küstenwelle Nachrichten");
        assertThat(text.firstCreated()).isEqualTo("2026-05-20T05:02:11Z");
        assertThat(text.versionCreated()).isEqualTo("2026-05-20T07:30:58Z");
        assertThat(text.embargoedUntil()).isEqualTo("2026-05-20T10:00:00Z");
        assertThat(text.expiresAt()).isEqualTo("2026-06-20T00:00:00Z");
        assertThat(text.proposals()).isEmpty();
    }

    @Test
    void conceptsHaveTheirSchemesUriAndTheirNameInTheItemsLanguage() {
        assertThat(Wires.only(Wires.sample("g2-text-xhtml.xml")).subjects())
                .containsExactly(
                        new Subject(Catalog.MEDIA_TOPICS, "20000776", "Schifffahrt"),
                        new Subject(Catalog.MEDIA_TOPICS, "20000302", "Fischerei"),
                        new Subject("http://cv.kuestenwelle.example/ressort/", "wi", "Wirtschaft"),
                        new Subject("other", "x1", null));
    }

    @Test
    void whatTheFieldsHaveLeavesTheText() {
        var text = Wires.only(Wires.sample("g2-text-xhtml.xml"));
        assertThat(text.dateline())
                .isEqualTo(new Dateline("Osthaven", null, "KW", "Osthaven (KW) -"));
        assertThat(text.body())
                .doesNotContain("<h2>Hafen", "Von Mia", "Zwei Jahre", "(KW)", "20.05.2026")
                .containsSubsequence(
                        "neue <a href=\"https://hafen.example/\">Hafen</a> ist offen.</p>",
                        "<h2>Mehr Platz für kleine Boote</h2>",
                        "<p>Es gibt 120 Plätze.<br>Alle sind vergeben.</p>",
                        "<li>Becken B</li>");
    }

    @Test
    void aNoteThatRepeatsTheOthersStandsForThem() {
        assertThat(Wires.only(Wires.sample("g2-text-xhtml.xml")).editorialNote())
                .isEqualTo("Notizblock Neu: Zahl der Boote Rückfragen an den Newsdesk");
    }

    @Test
    void picturesThatAnItemLinksToAreItsMedia() {
        assertThat(Wires.only(Wires.sample("g2-text-xhtml.xml")).media())
                .containsExactly(
                        new ItemMedia(
                                MediaKind.IMAGE,
                                "https://bilder.example/17/hafen-s2048.jpeg?sig=aB1",
                                "Boote im neuen Hafenbecken",
                                null,
                                null,
                                null));
    }

    @Test
    void everyItemOfAMessageIsAnEntry() {
        var reading = Wires.sample("g2-text-nitf.xml");
        assertThat(reading.format()).isEqualTo("newsml-g2");
        assertThat(reading.entries())
                .extracting(Entry::identity)
                .containsExactly(
                        "tag:pierwire.example,2026:5e56-text",
                        "tag:pierwire.example,2026:77aa-text");
    }

    @Test
    void inlineNitfBringsWhatTheItemsOwnMetadataLack() {
        var text = Wires.item(Wires.sample("g2-text-nitf.xml"), 1);
        assertThat(text.byline()).isEqualTo("By Ann Quay");
        assertThat(text.authors()).containsExactly("Ann Quay");
        assertThat(text.dateline())
                .isEqualTo(new Dateline("PORT ELGIN, N.B.", null, "PW", "PORT ELGIN, N.B. (PW) _"));
        assertThat(text.body()).startsWith("<p>The library boat has new shelves.</p>");
    }

    @Test
    void plainTextIsReadWhereThereIsNoOther() {
        assertThat(Wires.item(Wires.sample("g2-text-nitf.xml"), 2).body())
                .isEqualTo(
                        "<p>The harbour office prints no more tables.</p>\n"
                                + "<p>They are on a page of their own: 5 &lt; 6 &amp; so on.</p>");
    }

    @Test
    void ofTheRenditionsOfAPictureTheOneForTheWebCounts() {
        var picture = Wires.only(Wires.sample("g2-picture.xml"));
        assertThat(picture.type()).isEqualTo("picture");
        assertThat(picture.body()).isEmpty();
        assertThat(picture.summary())
                .isEqualTo("<p>The lighthouse of Norne at dusk on May 11, 2026.</p>");
        assertThat(picture.media())
                .containsExactly(
                        new ItemMedia(
                                MediaKind.IMAGE,
                                "https://lens.example/LN0062-web.jpg",
                                "A lighthouse at dusk",
                                "The lighthouse of Norne at dusk on May 11, 2026.",
                                "A white tower over dark water",
                                "Sam Port / Lens Pictures"));
    }

    @Test
    void aVideoIsPlayableAndItsScriptIsItsText() {
        var video = Wires.only(Wires.sample("g2-video.xml"));
        assertThat(video.type()).isEqualTo("video");
        assertThat(video.media())
                .extracting(ItemMedia::url)
                .containsExactly("https://baie.example/v-1080.mp4");
        assertThat(video.summary()).isEqualTo("<p>A flight over the basin.</p>");
        assertThat(video.body()).startsWith("<p>SHOTLIST: OSTHAVEN.");
    }

    @Test
    void aPackageListsItsTextsInOrderAndShowsItsPictures() {
        var composite = Wires.item(Wires.sample("g2-package.xml"), 1);
        assertThat(composite.type()).isEqualTo("composite");
        assertThat(composite.headline()).isEqualTo("The week at the coast");
        assertThat(composite.priority()).isEqualTo(4);
        assertThat(composite.body())
                .isEqualTo(
                        "<ul><li>Ferries run later</li><li><a href=\"https://coast.example/9\">"
                                + "What the gulls eat</a><br>Not only chips.</li></ul>");
        assertThat(urls(composite))
                .containsExactly(
                        "https://coast.example/p1-view.jpg", "https://coast.example/p2.jpg");
    }

    @Test
    void theOrderOfASequenceShows() {
        var composite =
                Wires.only(
                        "<packageItem"
                            + " guid=\"p\"><contentMeta><headline>Steps</headline></contentMeta><groupSet"
                            + " root=\"r\"><group id=\"r\" mode=\"pgrmod:seq\"><itemRef"
                            + " residref=\"1\"><title>First</title></itemRef><itemRef"
                            + " residref=\"2\"><title>Second</title></itemRef>"
                            + "</group></groupSet></packageItem>");
        assertThat(composite.body()).isEqualTo("<ol><li>First</li><li>Second</li></ol>");
    }

    @Test
    void aTextShowsThePicturesThatItsPackagePutsWithIt() {
        var text = Wires.item(Wires.sample("g2-package.xml"), 2);
        assertThat(urls(text))
                .containsExactly(
                        "https://coast.example/p1-view.jpg", "https://coast.example/p2.jpg");
        assertThat(text.media().getFirst().caption()).isEqualTo("A ferry at night.");
        assertThat(text.media().getFirst().credit()).isEqualTo("JO MARSH / COAST");
    }

    @Test
    void aBylineAndADatelineAreFoundInTheTextWhereTheMetadataHaveOthers() {
        var text = Wires.item(Wires.sample("g2-package.xml"), 2);
        assertThat(text.byline()).isEqualTo("By Tom Reed");
        assertThat(text.authors()).as("the agency is no author").isEmpty();
        assertThat(text.dateline())
                .isEqualTo(
                        new Dateline(
                                "LOWFIELD",
                                java.time.LocalDate.of(2026, 5, 19),
                                "Coast",
                                "LOWFIELD, May 19 (Coast) -"));
        assertThat(text.body()).isEqualTo("<p>The last ferry leaves at two.</p>");
        assertThat(text.summary()).as("a caption of slug and headline").isNull();
    }

    @Test
    void aPackageWithoutAGuidOnlyListsItsMessage() {
        var reading =
                Wires.read(
                        "<newsMessage xmlns=\"%s\"><itemSet><packageItem><itemRef residref=\"a\"/>"
                                        .formatted(Wires.G2)
                                + "</packageItem><newsItem guid=\"a\"><contentMeta><headline>A"
                                + "</headline></contentMeta></newsItem></itemSet></newsMessage>");
        assertThat(Wires.only(reading).guid()).isEqualTo("a");
    }

    @Test
    void aCancelNamesWhatItTakesBackAndProposesIt() {
        var cancel = Wires.only(Wires.sample("g2-cancel.xml"));
        assertThat(cancel.guid()).isEqualTo(Wires.only(Wires.sample("g2-text-xhtml.xml")).guid());
        assertThat(cancel.version()).isEqualTo("4");
        assertThat(cancel.pubStatus()).isEqualTo("canceled");
        assertThat(cancel.headline()).isEmpty();
        assertThat(cancel.body()).isEmpty();
        assertThat(cancel.proposals())
                .containsExactly(
                        new ItemProposal(
                                "cancel",
                                null,
                                null,
                                "status: canceled. Bitte nicht verwenden, Quelle nicht bestätigt.",
                                1.0));
    }

    @Test
    void whatIsNoNewsIsKeptWithTheReason() {
        for (var kind : List.of("conceptItem", "knowledgeItem", "planningItem", "catalogItem")) {
            var reading =
                    Wires.read(
                            "<%s xmlns=\"%s\" guid=\"urn:x:1\"><itemMeta/></%s>"
                                    .formatted(kind, Wires.G2, kind));
            assertThat(Wires.reason(reading, 1))
                    .isEqualTo("A " + kind + " is no news: only a newsItem or a packageItem is.");
            assertThat(reading.entries().getFirst().identity()).isEqualTo("urn:x:1");
        }
    }

    @Test
    void xmlThatIsNoTextIsNoBody() {
        var item =
                Wires.only(
                        Wires.g2(
                                "",
                                "<headline>Results</headline>",
                                "<inlineXML contenttype=\"application/sportsml+xml\">"
                                        + "<sports-content><team>Norne</team></sports-content>"
                                        + "</inlineXML>"));
        assertThat(item.body()).isEmpty();
    }

    @Test
    void ofTwoVersionsInOneMessageTheNewerCounts() {
        var older = version(1, "2026-05-20T10:00:00Z", "Older");
        var newer = version(2, "2026-05-20T11:00:00Z", "Newer");
        var message = "<newsMessage xmlns=\"%s\"><itemSet>%s%s</itemSet></newsMessage>";
        assertThat(Wires.read(message.formatted(Wires.G2, newer, older)).entries()).hasSize(1);
        assertThat(Wires.item(Wires.read(message.formatted(Wires.G2, newer, older)), 1).headline())
                .isEqualTo("Newer");
        assertThat(Wires.item(Wires.read(message.formatted(Wires.G2, older, newer)), 2).headline())
                .isEqualTo("Newer");
    }

    private static String version(int number, String time, String headline) {
        return "<newsItem guid=\"a\" version=\"%d\"><itemMeta><versionCreated>%s</versionCreated>"
                        .formatted(number, time)
                + "</itemMeta><contentMeta><headline>%s</headline></contentMeta></newsItem>"
                        .formatted(headline);
    }

    @Test
    void anEmbargoThatIsOverIsStillATime() {
        var item =
                Wires.only(
                        Wires.g2(
                                "<embargoed>2001-01-01T00:00:00Z</embargoed>",
                                "<headline>A</headline>",
                                ""));
        assertThat(item.embargoedUntil()).isEqualTo(Instant.parse("2001-01-01T00:00:00Z"));
        assertThat(item.pubStatus()).isEqualTo("usable");
    }

    private static List<String> urls(ItemContent item) {
        return item.media().stream().map(ItemMedia::url).toList();
    }
}
