package galley.ingest.structure;

import java.util.ArrayList;
import java.util.List;

/** Reads lines that tell who somebody is: "Ana Lobo is a reporter at Maré." */
final class Biographies {
    private final Vocabulary vocabulary;
    private final PersonNames names;
    private final Descriptions descriptions;

    Biographies(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.names = new PersonNames(vocabulary);
        this.descriptions = new Descriptions(vocabulary);
    }

    List<Claim> in(Block block) {
        var people = new ArrayList<Claim>();
        for (var sentence : block.sentences()) {
            var person = names.person("person", sentence, 0);
            if (person != null && has("is", sentence, person.end())) {
                int from = person.end() + 1;
                while (has("articles", sentence, from)) {
                    from++;
                }
                int to = endOfClause(sentence, from);
                if (to > from) {
                    people.add(
                            descriptions.of(
                                    person.values().getFirst(),
                                    sentence.text(from, to),
                                    sentence.text()));
                }
            }
        }
        return people;
    }

    private boolean has(String list, Sentence sentence, int at) {
        return at < sentence.size() && vocabulary.has(list, sentence.token(at).lower());
    }

    private static int endOfClause(Sentence sentence, int from) {
        int to = from;
        while (to < sentence.size() && !".,;".contains(sentence.token(to).text())) {
            to++;
        }
        return to;
    }
}
