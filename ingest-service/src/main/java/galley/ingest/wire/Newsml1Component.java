package galley.ingest.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

/**
 * A NewsComponent of NewsML 1 with those around it: what the outer ones say holds for it too,
 * unless it says something else itself.
 */
final class Newsml1Component {
    private final Element element;
    private final Newsml1Component parent;
    private final String ownRole;
    private final String role;
    private final String language;
    private final boolean isMain;

    private Newsml1Component(Element element, Newsml1Component parent) {
        this.element = element;
        this.parent = parent;
        this.ownRole = lowerCase(XmlPath.attribute(element, "FormalName", "Role"));
        var ownLanguage = ownLanguage(element);
        boolean isOutermost = parent == null;
        this.role = isOutermost || !ownRole.isEmpty() ? ownRole : parent.role;
        this.language = isOutermost || ownLanguage != null ? ownLanguage : parent.language;
        this.isMain = ownRole.equals("main") || (!isOutermost && parent.isMain);
    }

    private static String lowerCase(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static String ownLanguage(Element element) {
        return Stream.of(
                        element.attr("xml:lang"),
                        XmlPath.attribute(element, "FormalName", "DescriptiveMetadata", "Language"))
                .filter(tag -> tag != null && !tag.isBlank() && !tag.startsWith("x-"))
                .findFirst()
                .orElse(null);
    }

    /** All components of a NewsItem, each before those inside it. */
    static List<Newsml1Component> allOf(Element newsItem) {
        var all = new ArrayList<Newsml1Component>();
        addInside(newsItem, null, all);
        return all;
    }

    /** No deeper than the parser lets a document be. */
    private static void addInside(
            Element outer, Newsml1Component parent, List<Newsml1Component> all) {
        for (var element : XmlPath.all(outer, "NewsComponent")) {
            var component = new Newsml1Component(element, parent);
            all.add(component);
            addInside(element, component, all);
        }
    }

    Element element() {
        return element;
    }

    /** The component around this one; itself where there is none. */
    Newsml1Component whole() {
        return parent == null ? this : parent;
    }

    /** This component and those around it, from inside. */
    Stream<Newsml1Component> outwards() {
        return Stream.iterate(this, Objects::nonNull, component -> component.parent);
    }

    /** The nearest value that the path leads to, or null. */
    String line(String... path) {
        return outwards()
                .map(one -> XmlPath.line(one.element, path))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The nearest attribute that the path leads to, or null. */
    String attribute(String attribute, String... path) {
        return outwards()
                .map(one -> XmlPath.attribute(one.element, attribute, path))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** All elements that the path leads to, the nearest first. */
    List<Element> all(String... path) {
        return outwards().flatMap(one -> XmlPath.all(one.element, path).stream()).toList();
    }

    /** The part that it plays, in lower case; empty when it plays none. */
    String ownRole() {
        return ownRole;
    }

    /** The part that it plays by itself or as a part of another. */
    String role() {
        return role;
    }

    /** Whether it is the main component or inside it. */
    boolean isMain() {
        return isMain;
    }

    /** The language as it is written, or null. */
    String language() {
        return language;
    }
}
