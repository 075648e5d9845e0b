package galley.publish.nitf;

import java.util.Map;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

import galley.publish.document.XmlNode;

/**
 * Writes safe HTML as the text of a NITF document: all its words in their order. What NITF has no
 * element for loses its mark and keeps its words; pictures inside a paragraph follow it, since NITF
 * has them between paragraphs only.
 */
final class NitfText {
    /** Text-level elements that say how words look. */
    private static final Map<String, String> EMPHASIS =
            Map.ofEntries(
                    Map.entry("em", "italic"),
                    Map.entry("i", "italic"),
                    Map.entry("cite", "italic"),
                    Map.entry("dfn", "italic"),
                    Map.entry("var", "italic"),
                    Map.entry("b", "bold"),
                    Map.entry("strong", "bold"),
                    Map.entry("mark", "bold"),
                    Map.entry("u", "underscore"),
                    Map.entry("ins", "underscore"),
                    Map.entry("s", "strikethrough"),
                    Map.entry("del", "strikethrough"));

    private static final Set<String> LISTS = Set.of("ul", "ol");

    private NitfText() {}

    /** Adds what is inside an element of blocks; loose words become paragraphs. */
    static void addBlocks(Element holder, XmlNode target) {
        XmlNode loose = null;
        for (Node node : holder.childNodes()) {
            if (node instanceof Element element && element.isBlock()) {
                loose = null;
                addBlock(element, target);
            } else if (loose != null || !isBlank(node)) {
                loose = loose == null ? target.child("p") : loose;
                addInline(node, loose);
                addPictures(node, target);
            }
        }
    }

    private static void addBlock(Element element, XmlNode target) {
        switch (element.normalName()) {
            case "p", "figcaption", "caption", "dt" -> paragraph("p", element, target);
            case "h2", "h3", "h4", "h5", "h6" -> paragraph("hl2", element, target);
            case "ul", "ol" -> list(element, target);
            case "dl" -> definitions(element, target);
            case "blockquote" -> quotation(element, target);
            case "pre" -> target.line("pre", element.wholeText());
            case "hr" -> target.child("hr");
            case "table" -> NitfTable.add(element, target);
            default -> addBlocks(element, target);
        }
    }

    private static void paragraph(String name, Element element, XmlNode target) {
        if (element.children().stream().anyMatch(Element::isBlock)) {
            addBlocks(element, target);
            return;
        }
        if (element.hasText() || element.select("a").hasAttr("href")) {
            addText(element, target.child(name, "xml:lang", language(element)));
        }
        addPictures(element, target);
    }

    private static void list(Element list, XmlNode target) {
        var copy = target.child(list.normalName());
        for (Element item : list.children()) {
            if (LISTS.contains(item.normalName())) {
                list(item, copy.child("li"));
            } else {
                addMixed(item, copy.child("li"));
            }
        }
        if (copy.isEmpty()) {
            copy.remove();
        }
    }

    private static void definitions(Element list, XmlNode target) {
        var copy = target.child("dl");
        for (Element item : list.select("> dt, > dd, > div > dt, > div > dd")) {
            if (item.nameIs("dt")) {
                addText(item, copy.child("dt"));
            } else {
                addBlocks(item, copy.child("dd"));
            }
        }
        if (copy.isEmpty()) {
            copy.remove();
            addBlocks(list, target);
        }
    }

    private static void quotation(Element element, XmlNode target) {
        var quotation = target.child("bq");
        var block = quotation.child("block");
        addBlocks(element, block);
        if (block.isEmpty()) {
            quotation.remove();
        }
    }

    /** Adds words and blocks as they come, where NITF allows both. */
    static void addMixed(Element element, XmlNode target) {
        for (Node node : element.childNodes()) {
            if (node instanceof Element child && child.isBlock()) {
                addBlock(child, target);
            } else {
                addInline(node, target);
                addPictures(node, target);
            }
        }
    }

    /** Adds the words of an element with their marks. */
    static void addText(Element element, XmlNode target) {
        element.childNodes().forEach(node -> addInline(node, target));
    }

    private static void addInline(Node node, XmlNode target) {
        if (node instanceof TextNode words) {
            target.text(words.getWholeText());
        } else if (node instanceof Element element) {
            addInline(element, target);
        }
    }

    private static void addInline(Element element, XmlNode target) {
        var name = element.normalName();
        switch (name) {
            case "img", "wbr" -> {
                // a picture follows the paragraph; a place to break is no word
            }
            case "br" -> target.child("br");
            case "a" -> addText(element, link(element, target));
            case "q" -> addText(element, target.child("q"));
            case "sub", "sup" -> target.child("num").line(name, element.text());
            default -> addText(element, marked(element, target));
        }
    }

    private static XmlNode link(Element element, XmlNode target) {
        return element.hasAttr("href") ? target.child("a", "href", element.attr("href")) : target;
    }

    private static XmlNode marked(Element element, XmlNode target) {
        var look = EMPHASIS.get(element.normalName());
        if (look != null) {
            return target.child("em", "class", look, "xml:lang", language(element));
        }
        return element.hasAttr("lang")
                ? target.child("lang", "xml:lang", language(element))
                : target;
    }

    private static void addPictures(Node node, XmlNode target) {
        if (node instanceof Element element) {
            element.select("img").forEach(picture -> picture(picture, target));
        }
    }

    private static void picture(Element picture, XmlNode target) {
        if (picture.hasAttr("src")) {
            target.child("media", "media-type", "image")
                    .child(
                            "media-reference",
                            "source",
                            picture.attr("src"),
                            "alternate-text",
                            picture.hasAttr("alt") ? picture.attr("alt") : null);
        }
    }

    private static String language(Element element) {
        return element.hasAttr("lang") ? element.attr("lang") : null;
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode text ? text.isBlank() : !(node instanceof Element);
    }
}
