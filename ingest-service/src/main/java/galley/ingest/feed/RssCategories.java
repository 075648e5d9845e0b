package galley.ingest.feed;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.events.Subject;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;

/** What an RSS item is about: its categories and those of the modules. */
final class RssCategories {
    private static final XmlName DC_SUBJECT = new XmlName(XmlName.DUBLIN_CORE, "dc", "subject");
    private static final XmlName MEDIA_CATEGORY = new XmlName(XmlName.MEDIA, "media", "category");
    private static final XmlName MEDIA_KEYWORDS = new XmlName(XmlName.MEDIA, "media", "keywords");
    private static final XmlName ITUNES_KEYWORDS =
            new XmlName(XmlName.ITUNES, "itunes", "keywords");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private RssCategories() {}

    /**
     * Adds keywords, and subjects where the category is one of a vocabulary, to an item's draft.
     *
     * @param category the name of RSS's own element
     */
    static void read(Element item, XmlName category, ItemDraft draft) {
        for (var element : category.childrenOf(item)) {
            add(element.wholeText(), element.wholeText(), element.attr("domain"), draft);
        }
        for (var element : MEDIA_CATEGORY.childrenOf(item)) {
            var label = element.attr("label");
            var code = element.wholeText();
            add(code, label.isBlank() ? code : label, element.attr("scheme"), draft);
        }
        for (var element : DC_SUBJECT.childrenOf(item)) {
            add(null, element.wholeText(), "", draft);
        }
        Stream.of(MEDIA_KEYWORDS, ITUNES_KEYWORDS)
                .flatMap(name -> name.childrenOf(item).stream())
                .flatMap(keywords -> COMMA.splitAsStream(PlainText.line(keywords.wholeText())))
                .forEach(keyword -> add(null, keyword, "", draft));
    }

    private static void add(String code, String name, String scheme, ItemDraft draft) {
        var keyword = PlainText.line(name);
        if (keyword.isEmpty()) {
            return;
        }
        draft.keywords.add(keyword);
        if (code != null && !scheme.isBlank()) {
            var term = PlainText.lineOrNull(code);
            draft.subjects.add(new Subject(PlainText.nameOrNull(scheme), term, keyword));
        }
    }
}
