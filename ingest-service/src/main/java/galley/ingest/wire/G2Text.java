package galley.ingest.wire;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

/**
 * The text that a newsItem of NewsML-G2 brings inline.
 *
 * @param tree the text as HTML, or null
 * @param nitf the NITF document that it was read from, if it was one
 */
record G2Text(Element tree, Optional<Element> nitf) {

    /** The best of the texts: with structure rather than plain, in the item's language. */
    static G2Text of(Element item, String language) {
        for (var content : candidates(item, language)) {
            var tree = HtmlText.in(content).filter(G2Text::says);
            if (tree.isPresent()) {
                return new G2Text(tree.get(), HtmlText.nitfIn(content));
            }
        }
        var nitf =
                XmlPath.all(item, "contentSet", "inlineXML").stream()
                        .flatMap(content -> HtmlText.nitfIn(content).stream())
                        .findFirst();
        return new G2Text(null, nitf);
    }

    private static boolean says(Element tree) {
        return tree.hasText() || !tree.select("img").isEmpty();
    }

    private static List<Element> candidates(Element item, String language) {
        var structured = XmlPath.all(item, "contentSet", "inlineXML");
        var data =
                XmlPath.all(item, "contentSet", "inlineData").stream()
                        .filter(content -> content.attr("encoding").isBlank())
                        .filter(G2Text::isText)
                        .sorted(Comparator.comparing(content -> !isHtml(content)))
                        .toList();
        return Stream.of(structured, data)
                .flatMap(
                        contents ->
                                Stream.concat(
                                        Localized.in(language, contents).stream(),
                                        contents.stream()))
                .toList();
    }

    private static boolean isText(Element content) {
        var type = content.attr("contenttype").strip();
        return type.isEmpty() || type.startsWith("text/") || type.contains("html");
    }

    private static boolean isHtml(Element content) {
        return content.attr("contenttype").contains("html");
    }
}
