package galley.publish.nitf;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

import galley.events.Article;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.document.Published;
import galley.publish.document.Publisher;
import galley.publish.document.Structure;
import galley.publish.document.Xml;
import galley.publish.edition.Gate;

import static org.assertj.core.api.Assertions.assertThat;

/** NITF as its specification, version 3.6, describes a document. */
@TestServers
class NitfDocumentsTest {
    static final List<String> NAMES = Samples.ALL;

    private static final String INLINE = "(a |br |em |lang |q |num |person |function |org )*";
    private static final String BLOCKS = "(p |hl2 |table |media |ol |ul |dl |bq |pre |hr )*";
    private static final String MIXED =
            "(a |br |em |lang |q |num |person |function |org |p |hl2 |table |media |ol |ul |dl |bq"
                    + " |pre |hr )*";

    private static final Structure NITF =
            new Structure(
                    "http://iptc.org/std/NITF/2006-10-18/",
                    Map.ofEntries(
                            Map.entry("nitf", "(head )?body "),
                            Map.entry("head", "(title )?(meta )*(tobject )?(docdata )?(pubdata )*"),
                            Map.entry("title", ""),
                            Map.entry("meta", ""),
                            Map.entry("tobject", "(tobject.subject )*"),
                            Map.entry("tobject.subject", ""),
                            Map.entry(
                                    "docdata",
                                    "(correction |doc-id |date.issue |date.release |ed-msg |du-key"
                                            + " |doc.copyright |doc.rights |key-list )*"),
                            Map.entry("correction", ""),
                            Map.entry("doc-id", ""),
                            Map.entry("date.issue", ""),
                            Map.entry("date.release", ""),
                            Map.entry("ed-msg", ""),
                            Map.entry("du-key", ""),
                            Map.entry("doc.copyright", ""),
                            Map.entry("doc.rights", ""),
                            Map.entry("key-list", "(keyword )*"),
                            Map.entry("keyword", ""),
                            Map.entry("pubdata", ""),
                            Map.entry("body", "(body.head )?(body.content )*(body.end )?"),
                            Map.entry(
                                    "body.head",
                                    "(hedline )?(rights )?(byline )*(distributor )?(dateline"
                                            + " )*(abstract )*"),
                            Map.entry("hedline", "hl1 (hl2 )*"),
                            Map.entry("hl1", INLINE),
                            Map.entry("hl2", INLINE),
                            Map.entry("rights", ""),
                            Map.entry("byline", "(person )*"),
                            Map.entry("distributor", "(org )*"),
                            Map.entry("dateline", "(location |story.date )*"),
                            Map.entry("location", "(city )*"),
                            Map.entry("city", ""),
                            Map.entry("story.date", ""),
                            Map.entry("abstract", BLOCKS),
                            Map.entry(
                                    "body.content",
                                    "(block |p |hl2 |table |media |ol |ul |dl |bq |pre |hr )*"),
                            Map.entry("block", "(byline )?(dateline )?(copyrite )?" + BLOCKS),
                            Map.entry("copyrite", ""),
                            Map.entry("p", INLINE),
                            Map.entry("a", INLINE),
                            Map.entry("em", INLINE),
                            Map.entry("lang", INLINE),
                            Map.entry("q", INLINE),
                            Map.entry("num", "(sub |sup )*"),
                            Map.entry("sub", ""),
                            Map.entry("sup", ""),
                            Map.entry("br", ""),
                            Map.entry("person", ""),
                            Map.entry("function", ""),
                            Map.entry("org", ""),
                            Map.entry("ul", "(li )+"),
                            Map.entry("ol", "(li )+"),
                            Map.entry("li", MIXED),
                            Map.entry("dl", "(dt |dd )+"),
                            Map.entry("dt", INLINE),
                            Map.entry("dd", MIXED),
                            Map.entry("bq", "(block )+"),
                            Map.entry("pre", ""),
                            Map.entry("hr", ""),
                            Map.entry("table", "(caption )?tbody "),
                            Map.entry("caption", MIXED),
                            Map.entry("tbody", "(tr )+"),
                            Map.entry("tr", "(th |td )+"),
                            Map.entry("th", MIXED),
                            Map.entry("td", MIXED),
                            Map.entry(
                                    "media",
                                    "(media-reference )+(media-caption )*(media-producer )*"),
                            Map.entry("media-reference", ""),
                            Map.entry("media-caption", MIXED),
                            Map.entry("media-producer", INLINE),
                            Map.entry("body.end", "(tagline )?"),
                            Map.entry("tagline", INLINE)),
                    Set.of(
                            "title",
                            "hl1",
                            "hl2",
                            "rights",
                            "byline",
                            "distributor",
                            "dateline",
                            "location",
                            "city",
                            "story.date",
                            "copyrite",
                            "p",
                            "a",
                            "em",
                            "lang",
                            "q",
                            "num",
                            "sub",
                            "sup",
                            "person",
                            "function",
                            "org",
                            "li",
                            "dt",
                            "pre",
                            "caption",
                            "th",
                            "td",
                            "media-reference",
                            "media-caption",
                            "media-producer",
                            "tagline"),
                    Map.of(
                            "meta", List.of("content"),
                            "tobject.subject", List.of("tobject.subject.refnum"),
                            "media", List.of("media-type"),
                            "date.issue", List.of("norm"),
                            "date.release", List.of("norm")));

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyPatternMakesADocumentThatTheStandardAllows(String name) {
        assertThat(NITF.errors(document(Samples.article(name)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loose <b>words</b> and <img src=\"https://a.example/b.png\" alt=\"B\"> more",
                "<p>1<sup>st</sup> H<sub>2</sub>O <q>said</q> <code>x</code><br>next"
                        + " <s>old</s></p>",
                "<ul><li>one<ul><li>inner</li></ul></li><li><p>two</p></li></ul><ol></ol>",
                "<dl><dt>Term</dt><dd>What it is</dd><dd><p>More</p></dd></dl>",
                "<blockquote>loose<p>and not</p></blockquote><blockquote></blockquote>",
                "<figure><img src=\"https://a.example/b.png\" alt=\"B\"><figcaption>What is"
                        + " seen</figcaption></figure>",
                "<table><caption>Lamps</caption><thead><tr><th colspan=\"2\">Lamp</th></tr></thead>"
                        + "<tfoot><tr><td>End</td></tr></tfoot><tbody><tr><td>North<p>12"
                        + " m</p></td></tr></tbody></table><table></table>",
                "<pre>  as it\n  stands</pre><hr><h4>Small</h4><p lang=\"pt\">Olá</p>",
                "<p><a href=\"https://a.example/\"><img src=\"https://a.example/b.png\"></a></p>"
            })
    void everyHtmlThatMayComeMakesADocumentThatTheStandardAllows(String body) {
        var article =
                Samples.article(
                        "p05-teaser",
                        json ->
                                json.putArray("parts")
                                        .addObject()
                                        .put("type", "original")
                                        .put("id", "1 & 2")
                                        .put("body", body));
        var document = document(article);
        assertThat(NITF.errors(document)).isEmpty();
        var words = Jsoup.parse(body).text().replaceAll("\\s", "");
        assertThat(Xml.texts(document, "body/body.content").getFirst().replaceAll("\\s", ""))
                .contains(words);
    }

    @Test
    void aDocumentTellsWhatTheArticleTells() {
        var article = Samples.article("p01-reprint");
        var nitf = document(article);
        assertThat(nitf.getAttribute("version")).isEqualTo("-//IPTC//DTD NITF 3.6//EN");
        assertThat(Xml.attributes(nitf, "head/docdata", "management-status"))
                .containsExactly("usable");
        assertThat(Xml.attributes(nitf, "head/docdata/doc-id", "id-string"))
                .containsExactly("urn:uuid:" + article.id());
        assertThat(Xml.attributes(nitf, "head/docdata/date.issue", "norm"))
                .containsExactly("20260520T100000Z");
        assertThat(Xml.attributes(nitf, "head/docdata/key-list/keyword", "key"))
                .containsExactly("ferries", "islands", "water transport");
        assertThat(Xml.attributes(nitf, "head/tobject/tobject.subject", "tobject.subject.refnum"))
                .containsExactly("20000776");
        assertThat(Xml.texts(nitf, "body/body.head/hedline/hl1"))
                .containsExactly(article.headline());
        assertThat(Xml.texts(nitf, "body/body.head/byline")).containsExactly("The editors");
    }

    @Test
    void eachReprintKeepsItsOwnBylineDatelineAndRights() {
        var roundUp = document(Samples.article("p02-round-up"));
        assertThat(Xml.texts(roundUp, "body/body.content/block/dateline"))
                .containsExactly("BRACKWATER, May 11 —", "OLDPORT, May 12 —");
        assertThat(Xml.texts(roundUp, "body/body.content/block/dateline/location/city"))
                .containsExactly("BRACKWATER", "OLDPORT");
        assertThat(Xml.attributes(roundUp, "body/body.content/block/dateline/story.date", "norm"))
                .containsExactly("20260511T000000Z", "20260512T000000Z");
        assertThat(Xml.texts(roundUp, "body/body.content/block/hl2"))
                .containsExactly(
                        "Lights on until midnight in Brackwater",
                        "Oldport tries it for a month",
                        "Saltmarsh asks its readers first");
        var reprint = document(Samples.article("p01-reprint"));
        assertThat(Xml.texts(reprint, "body/body.content/block/byline/person"))
                .containsExactly("Ana Lobo");
        assertThat(Xml.texts(reprint, "body/body.content/block/copyrite").getFirst())
                .contains("© 2026 Maré")
                .contains("Free to reprint with a link");
    }

    @Test
    void aWireReportHasItsDatelineAtItsHead() {
        var nitf = document(Samples.article("p03-wire-dateline"));
        assertThat(Xml.texts(nitf, "body/body.head/dateline"))
                .containsExactly("CAPE DORN, May 20 (Littoral) —");
        assertThat(Xml.texts(nitf, "body/body.content/block/dateline")).isEmpty();
        assertThat(Xml.texts(nitf, "body/body.content/block/p"))
                .startsWith("First published by Littoral on 20 May 2026.");
    }

    @Test
    void aVideoAndItsPeopleAreThere() {
        var nitf = document(Samples.article("p07-video"));
        assertThat(Xml.attributes(nitf, "body/body.content/block/media", "media-type"))
                .containsExactly("video", "text");
        assertThat(Xml.attributes(nitf, "body/body.content/block/media/media-reference", "source"))
                .containsExactly(
                        "https://video.example/watch?v=tides&t=1",
                        "https://tides.example/table.pdf");
        assertThat(Xml.texts(nitf, "body/body.content/block/ul/li/a/person"))
                .containsExactly("Mara Quint");
    }

    @Test
    void aCorrectionSaysWhatWasWrong() {
        var corrected =
                Samples.next(
                        Samples.article("p01-reprint"),
                        json ->
                                json.putArray("corrections")
                                        .addObject()
                                        .put("version", 2)
                                        .put("at", "2026-05-21T10:00:00Z")
                                        .put("note", "The ferry has two decks"));
        assertThat(Xml.attributes(document(corrected), "head/docdata/correction", "info"))
                .containsExactly("The ferry has two decks");
    }

    private static Element document(Article article) {
        var published =
                new Published(
                        Gate.through(article),
                        null,
                        "https://harbour-letter.example/articles/x",
                        new Publisher("The Harbour Letter", "https://harbour-letter.example/"),
                        path -> "https://harbour-letter.example" + path);
        return Xml.parse(NitfDocuments.of(published)).getDocumentElement();
    }
}
