package galley.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Element;

import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.WebAddress;

/** What {@code xml:base} and {@code xml:lang} say of an element, on itself or above it. */
final class XmlContext {
    private static final String BASE = "xml:base";
    private static final String LANGUAGE = "xml:lang";

    private XmlContext() {}

    /** Whether the document itself says from where relative addresses are read here. */
    static boolean hasBase(Element element) {
        return fromInside(element).stream().anyMatch(one -> !one.attr(BASE).isBlank());
    }

    /**
     * From where relative addresses are read; a base that leads nowhere is passed over.
     *
     * @param document where the document came from
     */
    static URI base(Element element, URI document) {
        var base = document;
        for (var one : fromInside(element).reversed()) {
            base = base(base, one.attr(BASE));
        }
        return base;
    }

    private static URI base(URI outer, String own) {
        try {
            return own.isBlank() ? outer : WebAddress.resolve(outer, own);
        } catch (RefusedAddress e) {
            return outer;
        }
    }

    /** The language tag as it is written, or null. */
    static String language(Element element) {
        return fromInside(element).stream()
                .filter(one -> one.hasAttr(LANGUAGE))
                .map(one -> one.attr(LANGUAGE))
                .findFirst()
                .orElse(null);
    }

    private static List<Element> fromInside(Element element) {
        var elements = new ArrayList<Element>();
        for (var one = element; one != null; one = one.parent()) {
            elements.add(one);
        }
        return elements;
    }
}
