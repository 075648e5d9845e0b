package galley.publish.newsml;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
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

/** NewsML-G2 as its specification describes a newsItem. */
@TestServers
class NewsmlDocumentsTest {
    static final List<String> NAMES = Samples.ALL;

    private static final String NAMED = "(name )*(definition )*";

    private static final Structure NEWS_ITEM =
            new Structure(
                    "http://iptc.org/std/nar/2006-10-01/",
                    Map.ofEntries(
                            Map.entry(
                                    "newsItem",
                                    "(catalogRef |catalog )+(rightsInfo )*itemMeta contentMeta"
                                            + " contentSet "),
                            Map.entry("catalogRef", ""),
                            Map.entry(
                                    "rightsInfo",
                                    "(copyrightHolder )?(copyrightNotice )*(usageTerms )*"),
                            Map.entry(
                                    "itemMeta",
                                    "itemClass provider versionCreated (firstCreated )?(embargoed"
                                            + " )?(pubStatus )?(title )*(edNote )*(signal )*(link"
                                            + " )*"),
                            Map.entry(
                                    "contentMeta",
                                    "(contentCreated )?(contentModified )?(located |infoSource"
                                            + " |creator |contributor )*(language |genre |keyword"
                                            + " |subject |slugline |headline |dateline |by"
                                            + " |creditline |description )*"),
                            Map.entry("contentSet", "inlineXML "),
                            Map.entry("inlineXML", "html "),
                            Map.entry("itemClass", ""),
                            Map.entry("provider", NAMED),
                            Map.entry("copyrightHolder", NAMED),
                            Map.entry("copyrightNotice", ""),
                            Map.entry("usageTerms", ""),
                            Map.entry("versionCreated", ""),
                            Map.entry("firstCreated", ""),
                            Map.entry("embargoed", ""),
                            Map.entry("pubStatus", ""),
                            Map.entry("title", ""),
                            Map.entry("edNote", ""),
                            Map.entry("signal", ""),
                            Map.entry("link", ""),
                            Map.entry("contentCreated", ""),
                            Map.entry("contentModified", ""),
                            Map.entry("located", NAMED),
                            Map.entry("infoSource", NAMED),
                            Map.entry("creator", NAMED),
                            Map.entry("contributor", NAMED),
                            Map.entry("language", ""),
                            Map.entry("genre", ""),
                            Map.entry("keyword", ""),
                            Map.entry("subject", NAMED),
                            Map.entry("headline", ""),
                            Map.entry("dateline", ""),
                            Map.entry("by", ""),
                            Map.entry("creditline", ""),
                            Map.entry("description", ""),
                            Map.entry("name", ""),
                            Map.entry("definition", "")),
                    Set.of(
                            "copyrightNotice",
                            "usageTerms",
                            "versionCreated",
                            "firstCreated",
                            "embargoed",
                            "title",
                            "edNote",
                            "contentCreated",
                            "contentModified",
                            "keyword",
                            "headline",
                            "dateline",
                            "by",
                            "creditline",
                            "description",
                            "name",
                            "definition"),
                    Map.of(
                            "newsItem",
                            List.of(
                                    "guid",
                                    "version",
                                    "standard",
                                    "standardversion",
                                    "conformance"),
                            "catalogRef",
                            List.of("href"),
                            "itemClass",
                            List.of("qcode"),
                            "pubStatus",
                            List.of("qcode"),
                            "language",
                            List.of("tag"),
                            "link",
                            List.of("href"),
                            "inlineXML",
                            List.of("contenttype")));

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyPatternMakesANewsItemThatTheStandardAllows(String name) {
        assertThat(NEWS_ITEM.errors(item(Samples.article(name), null))).isEmpty();
    }

    @Test
    void anItemTellsWhatTheArticleTells() {
        var article = Samples.article("p01-reprint");
        var item = item(article, null);
        assertThat(item.getAttribute("guid")).isEqualTo("urn:uuid:" + article.id());
        assertThat(item.getAttribute("version")).isEqualTo("1");
        assertThat(item.getAttribute("standard")).isEqualTo("NewsML-G2");
        assertThat(item.getAttribute("xml:lang")).isEqualTo("en-GB");
        assertThat(Xml.attributes(item, "itemMeta/pubStatus", "qcode"))
                .containsExactly("stat:usable");
        assertThat(Xml.texts(item, "itemMeta/versionCreated"))
                .containsExactly("2026-05-20T10:00:00Z");
        assertThat(Xml.texts(item, "contentMeta/headline")).containsExactly(article.headline());
        assertThat(Xml.texts(item, "contentMeta/by")).containsExactly("The editors");
        assertThat(Xml.texts(item, "contentMeta/keyword")).containsExactly("ferries", "islands");
        assertThat(Xml.attributes(item, "contentMeta/subject", "qcode"))
                .contains("medtop:20000776");
        assertThat(Xml.texts(item, "contentMeta/infoSource/name")).containsExactly("Maré");
        assertThat(Xml.texts(item, "rightsInfo/usageTerms"))
                .containsExactly("Free to reprint with a link");
        assertThat(Xml.attributes(item, "itemMeta/link", "href"))
                .containsExactly(
                        "https://harbour-letter.example/articles/x", "https://mare.example/boat");
    }

    @Test
    void theTextInsideIsXhtmlWithItsAttribution() {
        var item = item(Samples.article("p01-reprint"), null);
        var html = Xml.elements(item, "contentSet/inlineXML/html").getFirst();
        assertThat(html.getNamespaceURI()).isEqualTo("http://www.w3.org/1999/xhtml");
        assertThat(Xml.attributes(item, "contentSet/inlineXML", "contenttype"))
                .containsExactly("application/xhtml+xml");
        assertThat(html.getTextContent())
                .contains("First published by Maré on 18 May 2026.")
                .contains("The night ferry sails");
    }

    @Test
    void aTranslationLeadsToTheOriginal() {
        var item = item(Samples.article("p04-translation-chain"), null);
        assertThat(Xml.texts(item, "contentMeta/infoSource/definition"))
                .containsExactly("First publisher", "Publisher of the translation");
        assertThat(Xml.texts(item, "contentMeta/contributor/name"))
                .containsExactly("Rui Sá", "Ida Brand");
        assertThat(Xml.attributes(item, "itemMeta/link", "reluri"))
                .containsExactly(
                        "", "https://schema.org/isBasedOn", "https://schema.org/translationOfWork");
        assertThat(Xml.attributes(item, "itemMeta/link", "href"))
                .endsWith("https://tide-letter.example/roses", "https://barra.example/rosas");
    }

    @Test
    void aDatelineIsDataAndInTheText() {
        var item = item(Samples.article("p03-wire-dateline"), null);
        assertThat(Xml.texts(item, "contentMeta/dateline"))
                .containsExactly("CAPE DORN, May 20 (Littoral) —");
        assertThat(Xml.texts(item, "contentMeta/located/name")).containsExactly("CAPE DORN");
        assertThat(Xml.texts(item, "contentSet/inlineXML").getFirst())
                .contains("CAPE DORN, May 20 (Littoral) — The lamp");
    }

    @Test
    void aCorrectionIsSignalled() {
        var corrected =
                Samples.next(
                        Samples.article("p01-reprint"),
                        json ->
                                json.putArray("corrections")
                                        .addObject()
                                        .put("version", 2)
                                        .put("at", "2026-05-21T10:00:00Z")
                                        .put("note", "The ferry has two decks"));
        var item = item(corrected, "The ferry has two decks");
        assertThat(NEWS_ITEM.errors(item)).isEmpty();
        assertThat(Xml.attributes(item, "itemMeta/signal", "qcode"))
                .containsExactly("sig:correction");
        assertThat(Xml.texts(item, "itemMeta/edNote")).containsExactly("The ferry has two decks");
    }

    private static Element item(Article article, String note) {
        var published =
                new Published(
                        Gate.through(article),
                        note,
                        "https://harbour-letter.example/articles/x",
                        new Publisher("The Harbour Letter", "https://harbour-letter.example/"),
                        path -> "https://harbour-letter.example" + path);
        return Xml.parse(NewsmlDocuments.of(published)).getDocumentElement();
    }
}
