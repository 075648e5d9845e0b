package galley.benchmarks.structure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import galley.events.Kind;
import galley.events.WireName;
import galley.ingest.structure.Structure;
import galley.ingest.structure.StructureReader;

/**
 * What is proposed for posts, against what is so about them. A proposal is right when field, part
 * and value are; the part counts as its number, so that a boundary in the wrong place spoils what
 * is said of the parts after it.
 */
final class StructureAccuracy {
    static final String PUBLISHER = "attribution.publisher";
    static final String PART = "part";

    private final SortedMap<String, Score> scores = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();

    private StructureAccuracy() {}

    /** Reads the structure of the posts and compares. */
    static StructureAccuracy of(List<LabelledPost> posts) {
        var accuracy = new StructureAccuracy();
        for (var post : posts) {
            accuracy.compare(post, facts(StructureReader.read(post.post())));
        }
        return accuracy;
    }

    /** Everything that a structure says, proposed or by default. */
    private static Set<Fact> facts(Structure structure) {
        var facts = new HashSet<Fact>();
        var kind = structure.kind() == null ? Kind.ORIGINAL : structure.kind();
        facts.add(new Fact("kind", null, WireName.of(kind)));
        for (int i = 0; i < structure.parts().size(); i++) {
            facts.add(new Fact(PART, i, structure.parts().get(i).toString()));
        }
        structure.proposals().stream()
                .filter(it -> !it.what().equals("kind") && !it.what().equals(PART))
                .forEach(it -> facts.add(new Fact(it.what(), it.part(), it.value())));
        return facts;
    }

    private void compare(LabelledPost post, Set<Fact> proposed) {
        for (var fact : proposed) {
            if (post.facts().contains(fact)) {
                count(fact, new Score(1, 0, 0));
            } else {
                count(fact, new Score(0, 1, 0));
                mistakes.add(post.post().headline() + ": not so: " + fact);
            }
        }
        for (var fact : post.facts()) {
            if (!proposed.contains(fact)) {
                count(fact, new Score(0, 0, 1));
                mistakes.add(post.post().headline() + ": missed: " + fact);
            }
        }
    }

    private void count(Fact fact, Score score) {
        scores.merge(fact.field(), score, Score::plus);
    }

    /** The scores by field. */
    SortedMap<String, Score> scores() {
        return scores;
    }

    Score of(String field) {
        return scores.getOrDefault(field, new Score(0, 0, 0));
    }

    /** A line for each fact that was missed or is not so. */
    List<String> mistakes() {
        return mistakes.stream().sorted().toList();
    }
}
