package galley.ingest.structure;

import java.util.List;

import galley.ingest.structure.Credit.Direction;

/**
 * The text that a sentence speaks of: "the following articles", "this interview".
 *
 * @param matches the words that say so; none where the sentence before did
 */
record Subject(Direction direction, boolean many, List<PhraseMatch> matches) {

    /**
     * The subject of a sentence, or null.
     *
     * @param before the subject of the sentence before, or null
     */
    static Subject of(Sentence sentence, Subject before, Vocabulary vocabulary, Slots slots) {
        var many = vocabulary.find("below-many", sentence, slots);
        if (!many.isEmpty()) {
            return new Subject(Direction.BELOW, true, many);
        }
        for (var direction : List.of(Direction.BELOW, Direction.ABOVE, Direction.THIS)) {
            var matches = vocabulary.find(section(direction), sentence, slots);
            if (!matches.isEmpty()) {
                return new Subject(direction, false, matches);
            }
        }
        return before == null ? null : new Subject(before.direction, false, List.of());
    }

    private static String section(Direction direction) {
        return switch (direction) {
            case BELOW -> "below";
            case ABOVE -> "above";
            case THIS -> "this";
        };
    }

    /** How sure it is that what the sentence says is said of that text. */
    double confidence() {
        return switch (direction) {
            case BELOW -> 0.97;
            case ABOVE -> 0.95;
            case THIS -> matches.isEmpty() ? 0.8 : 0.9;
        };
    }
}
