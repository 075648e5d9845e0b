package galley.kit.html;

import java.util.Map;
import java.util.Set;

/** Which elements are kept, and what becomes of the others. */
final class Vocabulary {
    private static final Set<String> KEPT_BLOCKS =
            Set.of(
                    "blockquote",
                    "caption",
                    "dd",
                    "div",
                    "dl",
                    "dt",
                    "figcaption",
                    "figure",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "li",
                    "ol",
                    "p",
                    "pre",
                    "table",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "tr",
                    "ul");

    private static final Set<String> KEPT_INLINE =
            Set.of(
                    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i",
                    "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
                    "strong", "sub", "sup", "time", "u", "var", "wbr");

    private static final Map<String, String> RENAMED =
            Map.of(
                    "h1", "h2",
                    "acronym", "abbr",
                    "strike", "s",
                    "tt", "code",
                    "listing", "pre",
                    "plaintext", "pre",
                    "xmp", "pre");

    private static final Set<String> OTHER_BLOCKS =
            Set.of(
                    "address",
                    "article",
                    "aside",
                    "body",
                    "center",
                    "details",
                    "dialog",
                    "dir",
                    "fieldset",
                    "footer",
                    "form",
                    "frameset",
                    "head",
                    "header",
                    "hgroup",
                    "html",
                    "legend",
                    "main",
                    "menu",
                    "nav",
                    "noframes",
                    "noscript",
                    "optgroup",
                    "option",
                    "search",
                    "section",
                    "summary",
                    "template");

    private static final Set<String> ACTIVE = Set.of("script", "style");
    private static final Set<String> EMBEDS =
            Set.of("applet", "audio", "embed", "frame", "iframe", "object", "video");
    private static final Set<String> VOID =
            Set.of(
                    "area",
                    "base",
                    "basefont",
                    "bgsound",
                    "col",
                    "input",
                    "keygen",
                    "link",
                    "meta",
                    "param",
                    "source",
                    "track",
                    TagSoup.ROOT);
    private static final Set<String> CELLS = Set.of("td", "th");

    private Vocabulary() {}

    /** Whether the element goes with everything inside it. */
    static boolean isActive(String name) {
        return ACTIVE.contains(name);
    }

    /** Whether the element never has text of its own and says nothing to readers. */
    static boolean isMeaningless(String name) {
        return VOID.contains(name);
    }

    static boolean isEmbed(String name) {
        return EMBEDS.contains(name);
    }

    static boolean isCell(String name) {
        return CELLS.contains(name);
    }

    /** Whether the element, kept or not, starts a new line. */
    static boolean isBlock(String name) {
        return KEPT_BLOCKS.contains(name) || OTHER_BLOCKS.contains(name);
    }

    /** The name under which an element is kept: its own, its modern one, or div or span. */
    static String keptAs(String name) {
        var today = RENAMED.getOrDefault(name, name);
        if (KEPT_BLOCKS.contains(today) || KEPT_INLINE.contains(today)) {
            return today;
        }
        return isBlock(today) ? "div" : "span";
    }
}
