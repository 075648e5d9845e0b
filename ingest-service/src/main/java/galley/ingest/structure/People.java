package galley.ingest.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jsoup.nodes.Element;

/** Finds lists of those who speak: {@code Ada Quist (botanist, University of Osthaven)}. */
final class People {
    private static final int MAX_LENGTH = 250;
    private static final Set<String> MARKS = Set.of("(", ",", "–", "—", "-");

    private final Vocabulary vocabulary;
    private final PersonNames names;
    private final Descriptions descriptions;

    People(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.names = new PersonNames(vocabulary);
        this.descriptions = new Descriptions(vocabulary);
    }

    /**
     * A list of people.
     *
     * @param last its last block
     */
    record Listed(int last, List<Claim> people) {}

    /** The list that begins at a block, perhaps with a line that announces it; or null. */
    Listed listAt(List<Block> blocks, int at) {
        boolean isAnnounced = announces(blocks.get(at));
        int i = isAnnounced ? at + 1 : at;
        if (i < blocks.size() && blocks.get(i).isList()) {
            var items = blocks.get(i).element().children().stream().map(People::text).toList();
            var people = people(items);
            boolean isList = people.size() > 1 || (isAnnounced && !people.isEmpty());
            return isList ? new Listed(i, people) : null;
        }
        var people = new ArrayList<Claim>();
        while (isAnnounced && i < blocks.size() && !blocks.get(i).isHeading()) {
            var found = people(blocks.get(i).text().lines().toList());
            if (found.isEmpty()) {
                break;
            }
            people.addAll(found);
            i++;
        }
        return people.isEmpty() ? null : new Listed(i - 1, people);
    }

    private boolean announces(Block block) {
        var slots = new Slots(vocabulary, false, null);
        return block.text().length() <= MAX_LENGTH
                && block.sentences().stream()
                        .anyMatch(it -> !vocabulary.find("people", it, slots).isEmpty());
    }

    private static String text(Element item) {
        return InlineText.of(item).text();
    }

    /** All of the lines as people; none if one of them is something else. */
    private List<Claim> people(List<String> lines) {
        var people = new ArrayList<Claim>();
        for (var line : lines) {
            var person = line.length() <= MAX_LENGTH ? person(line) : null;
            if (person == null) {
                return List.of();
            }
            people.add(person);
        }
        return people;
    }

    private Claim person(String line) {
        var inline = InlineText.of(new Element("p").text(line));
        var tokens = Token.of(inline.text());
        var sentence = new Sentence(inline, tokens, true, vocabulary.tablesFor(tokens));
        var name = sentence.size() == 0 ? null : names.person("person", sentence, 0);
        if (name == null) {
            return null;
        }
        var person = name.values().getFirst();
        if (name.end() == sentence.size()) {
            return descriptions.of(person, "", line);
        }
        boolean isDescribed =
                MARKS.contains(sentence.token(name.end()).text())
                        && name.end() + 1 < sentence.size();
        return isDescribed
                ? descriptions.of(person, sentence.text(name.end() + 1, sentence.size()), line)
                : null;
    }
}
