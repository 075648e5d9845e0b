package galley.ingest.json;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import galley.events.Subject;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;

import static galley.ingest.json.JsonFields.text;

/** What ninjs items are about, and who made them: concepts with a name and a code. */
final class NinjsConcepts {
    private static final List<String[]> SUBJECTS =
            List.of(
                    new String[] {"subjects", "subject"},
                    new String[] {"service"},
                    new String[] {"people", "person"},
                    new String[] {"organisations", "organisation"},
                    new String[] {"events", "event"},
                    new String[] {"objects", "object"});

    /** The relations and roles of those who made the item. */
    private static final Set<String> MAKERS = Set.of("author", "by", "byline", "creator", "writer");

    private NinjsConcepts() {}

    /** Adds subjects, places, authors, keywords and the credit to an item's draft. */
    static void read(JsonNode item, ItemDraft draft) {
        for (var names : SUBJECTS) {
            for (var concept : NinjsDocument.objects(item, names)) {
                add(concept, draft);
            }
        }
        names(NinjsDocument.objects(item, "places", "place")).forEach(draft.places::add);
        names(NinjsDocument.objects(item, "authors")).forEach(draft.authors::add);
        draft.keywords.addAll(JsonFields.lines(item.path("keywords")));
        var sources = NinjsDocument.objects(item, "infosources", "infosource");
        names(sources.stream().filter(NinjsConcepts::isMaker).toList()).forEach(draft.authors::add);
        var others = sources.stream().filter(source -> !isMaker(source)).toList();
        var credit = names(others).stream().distinct().collect(Collectors.joining(", "));
        draft.credit = credit.isEmpty() ? text(item, "source", "copyrightholder") : credit;
    }

    private static void add(JsonNode concept, ItemDraft draft) {
        var name = PlainText.lineOrNull(text(concept, "name"));
        if (name != null && isMaker(concept)) {
            draft.authors.add(name);
            return;
        }
        var subject = subject(concept, name);
        if (subject.name() != null || subject.code() != null) {
            draft.subjects.add(subject);
        }
    }

    private static boolean isMaker(JsonNode concept) {
        var relation = text(concept, "rel", "role");
        return relation != null && MAKERS.contains(relation.toLowerCase(Locale.ROOT));
    }

    /** 1.x has scheme and code; later versions a URI that ends in the code, and a literal. */
    private static Subject subject(JsonNode concept, String name) {
        var scheme = text(concept, "scheme");
        var code = text(concept, "code");
        var uri = text(concept, "uri");
        var literal = text(concept, "literal");
        if (code == null && uri != null) {
            int end =
                    literal != null && uri.endsWith(literal)
                            ? uri.length() - literal.length()
                            : Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#')) + 1;
            boolean whole = end == 0 || end == uri.length();
            scheme = whole ? null : uri.substring(0, end);
            code = whole ? uri : uri.substring(end);
        } else if (code == null) {
            code = literal;
        }
        return new Subject(PlainText.nameOrNull(scheme), PlainText.nameOrNull(code), name);
    }

    private static List<String> names(List<JsonNode> concepts) {
        return concepts.stream()
                .map(concept -> PlainText.lineOrNull(text(concept, "name")))
                .filter(Objects::nonNull)
                .toList();
    }
}
