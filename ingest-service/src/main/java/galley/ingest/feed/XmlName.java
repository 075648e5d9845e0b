package galley.ingest.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/**
 * The name of an element. Feeds forget to declare namespaces, so the usual prefix counts where it
 * stands undeclared, and write them with another scheme, case or end.
 */
public record XmlName(String namespace, String prefix, String local) {
    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    static final String DC_TERMS = "http://purl.org/dc/terms/";
    static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    static final String MEDIA = "http://search.yahoo.com/mrss/";
    static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
    static final String XHTML = "http://www.w3.org/1999/xhtml";

    private static final Pattern VARIES = Pattern.compile("^https?://(www\\.)?|[/#]+$");

    /** A name of the feed's own vocabulary, whatever namespace its root was given. */
    public static XmlName own(Element root, String local) {
        return new XmlName(root.tag().namespace(), root.tag().prefix(), local);
    }

    /** All children of this name. */
    public List<Element> childrenOf(Element parent) {
        return parent.children().stream().filter(this::isNameOf).toList();
    }

    /** The first child of this name. */
    public Optional<Element> childOf(Element parent) {
        return parent.children().stream().filter(this::isNameOf).findFirst();
    }

    /**
     * All the text of the first such child that has any, entities and CDATA sections resolved, or
     * null.
     */
    public String textOf(Element parent) {
        return childrenOf(parent).stream()
                .map(Element::wholeText)
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    /** Whether the element has this name. */
    public boolean isNameOf(Element element) {
        var tag = element.tag();
        if (!tag.localName().equalsIgnoreCase(local)) {
            return false;
        }
        return isDeclared(element)
                ? tag.namespace().equals(namespace)
                        || plain(tag.namespace()).equals(plain(namespace))
                : tag.prefix().equals(prefix);
    }

    /** The parser takes an undeclared prefix for no prefix. */
    private static boolean isDeclared(Element element) {
        var prefix = element.tag().prefix();
        if (prefix.isEmpty()) {
            return true;
        }
        for (var one = element; one != null; one = one.parent()) {
            if (one.hasAttr("xmlns:" + prefix)) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String namespace) {
        return VARIES.matcher(namespace.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
