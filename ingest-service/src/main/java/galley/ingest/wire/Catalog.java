package galley.ingest.wire;

import java.util.HashMap;
import java.util.Map;

import org.jsoup.nodes.Element;

import galley.events.Subject;

/**
 * Resolves the aliases of schemes that QCodes start with (NewsML-G2, catalog). A catalog that is
 * only referred to is not fetched: the aliases of the IPTC's own are known, and of any other the
 * alias itself stands for the scheme.
 */
final class Catalog {
    /** The scheme of the IPTC's Media Topics. */
    static final String MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";

    /** The scheme of the IPTC's Subject Codes, which came before the Media Topics. */
    static final String SUBJECT_CODES = "http://cv.iptc.org/newscodes/subjectcode/";

    private static final Map<String, String> IPTC =
            Map.ofEntries(
                    Map.entry("medtop", MEDIA_TOPICS),
                    Map.entry("subj", SUBJECT_CODES),
                    Map.entry("genre", "http://cv.iptc.org/newscodes/genre/"),
                    Map.entry("scn", "http://cv.iptc.org/newscodes/scene/"),
                    Map.entry("prodgenre", "http://cv.iptc.org/newscodes/productgenre/"),
                    Map.entry("wldreg", "http://cv.iptc.org/newscodes/worldregion/"),
                    Map.entry("iso3166-1a2", "http://cvx.iptc.org/iso3166-1a2/"),
                    Map.entry("iso3166-1a3", "http://cvx.iptc.org/iso3166-1a3/"),
                    Map.entry("isin", "http://cvx.iptc.org/isin/"),
                    Map.entry("mic", "http://cvx.iptc.org/iso10383-mic/"),
                    Map.entry("gics", "http://cvx.iptc.org/gics/"));

    private final Map<String, String> schemes = new HashMap<>(IPTC);

    /** With the schemes that an item's own catalogs, or those of its message, declare. */
    Catalog(Element item, Element message) {
        XmlPath.all(message, "header", "catalog", "scheme").forEach(this::declare);
        XmlPath.all(item, "catalog", "scheme").forEach(this::declare);
    }

    private void declare(Element scheme) {
        var alias = scheme.attr("alias").strip();
        var uri = scheme.attr("uri").strip();
        if (!alias.isEmpty() && !uri.isEmpty()) {
            schemes.put(alias, uri);
        }
    }

    /**
     * The concept that a property names by its QCode, its URI or a literal.
     *
     * @param name what the concept is called, or null
     */
    Subject concept(Element property, String name) {
        var qcode = property.attr("qcode").strip();
        int colon = qcode.indexOf(':');
        if (colon > 0) {
            var alias = qcode.substring(0, colon);
            var scheme = schemes.getOrDefault(alias, alias);
            return new Subject(scheme, qcode.substring(colon + 1), name);
        }
        var uri = property.attr("uri").strip();
        int end = Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#')) + 1;
        if (end > 0 && end < uri.length()) {
            return new Subject(uri.substring(0, end), uri.substring(end), name);
        }
        var literal = property.attr("literal").strip();
        return new Subject(null, null, name != null || literal.isEmpty() ? name : literal);
    }
}
