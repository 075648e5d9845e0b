package galley.ingest.feed;

import java.util.List;
import java.util.Optional;

import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The name of an element. Feeds forget to declare namespaces, so the usual prefix counts where it
 * stands undeclared.
 */
public record XmlName(String namespace, String prefix, String local) {
    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    static final String MEDIA = "http://search.yahoo.com/mrss/";
    static final String XHTML = "http://www.w3.org/1999/xhtml";

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

    /** All the text of the first such child, entities and CDATA sections resolved, or null. */
    public String textOf(Element parent) {
        return childOf(parent)
                .map(Element::wholeText)
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .orElse(null);
    }

    /** Whether the element has this name. */
    public boolean isNameOf(Element element) {
        var tag = element.tag();
        if (!tag.localName().equalsIgnoreCase(local)) {
            return false;
        }
        boolean undeclared = tag.namespace().equals(Parser.NamespaceXml);
        return undeclared ? tag.prefix().equals(prefix) : tag.namespace().equals(namespace);
    }
}
