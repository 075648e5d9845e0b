package galley.ingest.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.parser.Parser;

import galley.ingest.format.UnreadableDocumentException;

/**
 * Resolves the entities that a document declares for itself. Only plain ones: an entity that names
 * another, or something outside, stays as it is written, so that neither a bomb nor a file can come
 * in this way.
 */
final class InternalEntities {
    private static final Pattern DECLARATION =
            Pattern.compile("<!ENTITY\\s+([\\w.-]+)\\s+(?:\"([^\"]*)\"|'([^']*)')\\s*>");
    private static final Pattern REFERENCE = Pattern.compile("&([A-Za-z_][\\w.-]*+);");
    private static final String SECTION = "<![CDATA[";
    private static final String SECTION_END = "]]>";
    private static final int MAX_GROWTH = 1_000_000;

    private InternalEntities() {}

    static String resolve(String xml) throws UnreadableDocumentException {
        var prolog = Prolog.of(xml);
        var entities = declared(prolog.declarations());
        if (entities.isEmpty()) {
            return xml;
        }
        var resolved = new StringBuilder(xml.substring(0, prolog.end()));
        int at = prolog.end();
        while (at < xml.length()) {
            int section = indexOf(SECTION, xml, at);
            resolve(xml.substring(at, section), entities, resolved, xml.length() + MAX_GROWTH);
            at = Math.min(xml.length(), indexOf(SECTION_END, xml, section) + SECTION_END.length());
            resolved.append(xml, section, at);
        }
        return resolved.toString();
    }

    private static void resolve(
            String text, Map<String, String> entities, StringBuilder resolved, int maxLength)
            throws UnreadableDocumentException {
        var references = REFERENCE.matcher(text);
        int copied = 0;
        while (references.find()) {
            var value = entities.getOrDefault(references.group(1), references.group());
            resolved.append(text, copied, references.start()).append(value);
            copied = references.end();
            if (resolved.length() > maxLength) {
                throw new UnreadableDocumentException("The document's entities make it too large.");
            }
        }
        resolved.append(text, copied, text.length());
    }

    private static int indexOf(String part, String xml, int from) {
        int found = xml.indexOf(part, from);
        return found < 0 ? xml.length() : found;
    }

    private static Map<String, String> declared(String subset) {
        var entities = new HashMap<String, String>();
        DECLARATION
                .matcher(subset)
                .results()
                .forEach(
                        match -> {
                            var value = match.group(2) != null ? match.group(2) : match.group(3);
                            if (!namesAnother(value)) {
                                entities.putIfAbsent(match.group(1), value);
                            }
                        });
        return entities;
    }

    /** Character references are plain, and so are the names that HTML knows. */
    private static boolean namesAnother(String value) {
        return Parser.unescapeEntities(value, false).matches("(?s).*&[A-Za-z_][\\w.-]*;.*");
    }
}
