package galley.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

import org.jsoup.nodes.Element;

import galley.ingest.format.PlainText;

/** Text constructs and contents of Atom entries (RFC 4287, sections 3.1 and 4.1.3; Atom 0.3). */
final class AtomText {
    private AtomText() {}

    /** The element's text as HTML, whichever of its types it has; null where it is none. */
    static String html(Element element) {
        if (element.attr("mode").equalsIgnoreCase("base64")) {
            return decoded(element);
        }
        var type = element.attr("type").strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "html", "text/html" -> Markup.of(element);
            case "xhtml", "application/xhtml+xml", "application/xhtml", "text/xhtml" ->
                    // some escape what they call XHTML
                    element.childrenSize() > 0 ? Markup.inside(element) : Markup.of(element);
            case "", "text" ->
                    // some leave out the type although they write HTML
                    element.childrenSize() > 0 ? Markup.inside(element) : plain(element);
            default -> type.startsWith("text/") ? plain(element) : null;
        };
    }

    private static String plain(Element element) {
        return element.wholeText().isBlank() ? null : PlainText.toHtml(element.wholeText());
    }

    /** Atom 0.3 allowed text in Base64; what is no text there is left alone. */
    private static String decoded(Element element) {
        var type = element.attr("type").strip().toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && !type.startsWith("text/") && !type.contains("xhtml")) {
            return null;
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(element.wholeText().strip());
            var text = new String(bytes, StandardCharsets.UTF_8);
            return PlainText.asHtml(PlainText.withoutStrayCharacters(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
