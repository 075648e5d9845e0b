package galley.ingest.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jsoup.nodes.Element;

import galley.ingest.feed.Markup;
import galley.ingest.feed.XmlName;
import galley.ingest.format.PlainText;

/**
 * Finds elements by the path of their names. A path stays in the vocabulary of the element it
 * starts from: what agencies add in namespaces of their own is passed over.
 */
final class XmlPath {
    private XmlPath() {}

    /** All elements that the path leads to, in the order of the document. */
    static List<Element> all(Element from, String... names) {
        var found = List.of(from);
        for (var name : names) {
            found =
                    found.stream()
                            .flatMap(
                                    parent -> XmlName.own(parent, name).childrenOf(parent).stream())
                            .toList();
        }
        return found;
    }

    /** The first element that the path leads to. */
    static Optional<Element> first(Element from, String... names) {
        return all(from, names).stream().findFirst();
    }

    /** All elements of this name inside an element, however deep. */
    static List<Element> inside(Element from, String name) {
        var wanted = XmlName.own(from, name);
        return from.stream().filter(one -> !one.equals(from) && wanted.isNameOf(one)).toList();
    }

    /** What the first such element holds that is not empty, as it is written; or null. */
    static String value(Element from, String... names) {
        return all(from, names).stream()
                .map(element -> element.wholeText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The first such element's attribute that is not empty, or null. */
    static String attribute(Element from, String attribute, String... names) {
        return all(from, names).stream()
                .map(element -> element.attr(attribute).strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The text of the first such element that has any, as one line; or null. */
    static String line(Element from, String... names) {
        return all(from, names).stream()
                .map(XmlPath::line)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The text of an element, which may have markup, as one line; null when there is none. */
    static String line(Element element) {
        return PlainText.lineOrNull(Markup.of(element));
    }
}
