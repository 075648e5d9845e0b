package galley.ingest.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;

import galley.ingest.format.ElementLimit;
import galley.ingest.format.PlainText;

import static galley.ingest.json.JsonFields.text;

/**
 * A headline, description or body: in 1.x a member such as {@code body_html}, later an object in a
 * list.
 *
 * @param role what it is for; may be empty
 * @param type its media type, or what the role tells of it; empty where nobody says
 */
record NinjsText(String role, String type, String value) {
    private static final Pattern HTML_DOCUMENT = Pattern.compile("(?i)<(?:html|body)\\b");

    /** Roles of what readers are to read, as documents have them. */
    private static final Set<String> USUAL =
            Set.of("", "main", "text", "html", "xhtml", "html5", "summary", "abstract", "lead");

    private static final String CAPTION = "caption";

    /** All texts of an item in their order, for example {@code bodies} and {@code body}. */
    private static List<NinjsText> all(JsonNode item, String list, String member) {
        var texts = new ArrayList<NinjsText>();
        for (var one : NinjsDocument.objects(item, list)) {
            add(texts, text(one, "role"), text(one, "contenttype"), text(one, "value"));
        }
        for (var one : item.properties()) {
            if (one.getKey().equals(member) || one.getKey().startsWith(member + "_")) {
                var role = one.getKey().substring(member.length()).replaceFirst("^_", "");
                add(texts, role, null, text(item, one.getKey()));
            }
        }
        return texts;
    }

    private static void add(List<NinjsText> texts, String role, String type, String value) {
        if (value != null) {
            var lower = role == null ? "" : role.toLowerCase(Locale.ROOT);
            texts.add(new NinjsText(lower, type == null ? impliedBy(lower) : type, value));
        }
    }

    private static String impliedBy(String role) {
        if (role.contains("html")) {
            return "text/html";
        }
        return role.contains("nitf") || role.contains("xml") ? "application/xml" : "";
    }

    /** The body to read, of several: in HTML if there is one. */
    static Optional<NinjsText> body(JsonNode item) {
        return all(item, "bodies", "body").stream()
                .max(
                        Comparator.comparing(NinjsText::isReadable)
                                .thenComparing(NinjsText::isHtml)
                                .thenComparingInt(NinjsText::rank));
    }

    /** The headline to read, of several: in its usual role rather than another. */
    static Optional<NinjsText> headline(JsonNode item) {
        return inUsualRole(all(item, "headlines", "headline"));
    }

    /** The summary or caption to read, of several: in its usual role rather than another. */
    static Optional<NinjsText> description(JsonNode item) {
        return inUsualRole(all(item, "descriptions", "description"));
    }

    private static Optional<NinjsText> inUsualRole(List<NinjsText> texts) {
        return texts.stream()
                .max(Comparator.comparingInt(NinjsText::rank).thenComparing(NinjsText::isHtml));
    }

    private int rank() {
        if (USUAL.contains(role)) {
            return 2;
        }
        return role.equals(CAPTION) ? 1 : 0;
    }

    private boolean isReadable() {
        return isHtml() || !type.endsWith("xml");
    }

    /** The text as HTML, without what a document has around its body. */
    String toHtml() {
        if (isHtml()) {
            return HTML_DOCUMENT.matcher(value).find()
                    ? Jsoup.parse(ElementLimit.html(value)).body().html()
                    : value;
        }
        boolean plain = type.startsWith("text/plain");
        return plain ? PlainText.toHtml(value) : PlainText.asHtml(value);
    }

    private boolean isHtml() {
        return type.contains("html");
    }
}
