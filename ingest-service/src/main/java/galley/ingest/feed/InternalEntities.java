package galley.ingest.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jsoup.parser.Parser;

import galley.ingest.format.UnreadableDocumentException;

/**
 * Resolves the entities that a document declares for itself. Only plain ones: an entity that names
 * another, or something outside, stays as it is written, so that neither a bomb nor a file can come
 * in this way.
 */
final class InternalEntities {
    private static final Pattern DOCTYPE =
            Pattern.compile("<!DOCTYPE[^\\[>]*\\[(.*?)]\\s*>", Pattern.DOTALL);
    private static final Pattern DECLARATION =
            Pattern.compile("<!ENTITY\\s+([\\w.-]+)\\s+(?:\"([^\"]*)\"|'([^']*)')\\s*>");
    private static final Pattern REFERENCE =
            Pattern.compile("<!\\[CDATA\\[.*?]]>|&([A-Za-z_][\\w.-]*);", Pattern.DOTALL);
    private static final int MAX_GROWTH = 1_000_000;

    private InternalEntities() {}

    static String resolve(String xml) throws UnreadableDocumentException {
        var doctype = DOCTYPE.matcher(xml);
        if (!doctype.find()) {
            return xml;
        }
        var entities = declared(doctype.group(1));
        if (entities.isEmpty()) {
            return xml;
        }
        var resolved = new StringBuilder(xml.substring(0, doctype.end()));
        var references = REFERENCE.matcher(xml).region(doctype.end(), xml.length());
        int copied = doctype.end();
        while (references.find()) {
            resolved.append(xml, copied, references.start()).append(value(references, entities));
            copied = references.end();
            if (resolved.length() > xml.length() + MAX_GROWTH) {
                throw new UnreadableDocumentException("The document's entities make it too large.");
            }
        }
        return resolved.append(xml, copied, xml.length()).toString();
    }

    private static String value(MatchResult reference, Map<String, String> entities) {
        var name = reference.group(1);
        return name == null ? reference.group() : entities.getOrDefault(name, reference.group());
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
