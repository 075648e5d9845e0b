package galley.benchmarks.structure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import galley.ingest.structure.Post;
import galley.kit.html.Blocks;
import galley.kit.html.SafeHtml;

/** Reads a post with its facts. */
final class LabelledPostReader {
    private static final Pattern TURN = Pattern.compile("([QA])\\[(.*?)] ");
    private static final List<String> DATELINE =
            List.of("dateline.place", "dateline.date", "dateline.agency", "dateline.text");
    private static final Map<String, String> FIELDS =
            Map.of(
                    "publisher", "attribution.publisher",
                    "author", "attribution.author",
                    "url", "attribution.url",
                    "publishedOn", "attribution.publishedOn",
                    "language", "attribution.language",
                    "translator", "attribution.translator",
                    "translationPublisher", "attribution.translationPublisher",
                    "mark", "editorsMark");

    private final Map<String, String> about = new HashMap<>();
    private final Set<Fact> facts = new HashSet<>();
    private final StringBuilder body = new StringBuilder();
    private String type;
    private int part = -1;
    private int first;

    private LabelledPostReader() {}

    /** The post that begins with its headline. */
    static LabelledPost read(String text) {
        var reader = new LabelledPostReader();
        var lines = text.lines().toList();
        lines.subList(1, lines.size()).forEach(reader::readLine);
        reader.endPart();
        var about = reader.about;
        reader.facts.add(new Fact("kind", null, about.get("kind")));
        var post =
                new Post(
                        lines.getFirst().strip(),
                        SafeHtml.clean(reader.body.toString()),
                        about.get("language"),
                        about.containsKey("partial"),
                        LocalDate.parse(about.get("published")));
        return new LabelledPost(post, reader.facts);
    }

    private void readLine(String line) {
        if (line.startsWith("--- ")) {
            endPart();
            type = line.substring(4).strip();
            part++;
        } else if (TURN.matcher(line).lookingAt()) {
            readTurns(line);
        } else if (line.equals("^^^")) {
            fact("teaserBreak", String.valueOf(blocks() - first));
        } else if (line.startsWith("<")) {
            body.append(line).append('\n');
        } else if (!line.isBlank()) {
            label(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1));
        }
    }

    private void readTurns(String line) {
        var turn = TURN.matcher(line);
        int end = 0;
        while (turn.find() && turn.start() == end) {
            var sort = turn.group(1).equals("Q") ? "question:" : "answer:";
            fact("turn", sort + blocks() + ":" + turn.group(2));
            end = turn.end();
        }
        body.append(line, end, line.length()).append('\n');
    }

    private void label(String name, String value) {
        if (type == null) {
            about.put(name, value.strip());
        } else if (name.equals("dateline")) {
            var values = value.split("\\|", -1);
            for (int i = 0; i < values.length; i++) {
                if (!values[i].isBlank()) {
                    fact(DATELINE.get(i), values[i].strip());
                }
            }
        } else {
            fact(FIELDS.getOrDefault(name, name), value.replaceFirst("[ |]+$", "").strip());
        }
    }

    private void fact(String field, String value) {
        facts.add(new Fact(field, part, value));
    }

    private int blocks() {
        return Blocks.of(SafeHtml.clean(body.toString())).childrenSize();
    }

    private void endPart() {
        if (type != null) {
            int end = blocks();
            facts.add(new Fact("part", part, type + ":" + first + "-" + (end - 1)));
            first = end;
        }
    }
}
