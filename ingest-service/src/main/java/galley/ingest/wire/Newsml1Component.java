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
 *
 * @param element the NewsComponent
 * @param parent the NewsComponent around it, or null
 */
record Newsml1Component(Element element, Newsml1Component parent) {

    /** All components of a NewsItem, each before those inside it. */
    static List<Newsml1Component> allOf(Element newsItem) {
        var all = new ArrayList<Newsml1Component>();
        for (var element : XmlPath.all(newsItem, "NewsComponent")) {
            all.add(new Newsml1Component(element, null));
        }
        for (int next = 0; next < all.size(); next++) {
            var outer = all.get(next);
            int at = next + 1;
            for (var element : XmlPath.all(outer.element, "NewsComponent")) {
                all.add(at++, new Newsml1Component(element, outer));
            }
        }
        return all;
    }

    /** This component and those around it, from inside. */
    Stream<Newsml1Component> outwards() {
        return Stream.iterate(this, Objects::nonNull, Newsml1Component::parent);
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
        var role = XmlPath.attribute(element, "FormalName", "Role");
        return role == null ? "" : role.toLowerCase(Locale.ROOT);
    }

    /** The part that it plays by itself or as a part of another. */
    String role() {
        return outwards()
                .map(Newsml1Component::ownRole)
                .filter(r -> !r.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The language as it is written, or null. */
    String language() {
        return outwards()
                .flatMap(
                        one ->
                                Stream.of(
                                        one.element.attr("xml:lang"),
                                        Objects.toString(
                                                XmlPath.attribute(
                                                        one.element,
                                                        "FormalName",
                                                        "DescriptiveMetadata",
                                                        "Language"),
                                                "")))
                .filter(tag -> !tag.isBlank() && !tag.startsWith("x-"))
                .findFirst()
                .orElse(null);
    }
}
