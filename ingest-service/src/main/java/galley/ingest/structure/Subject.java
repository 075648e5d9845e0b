package galley.ingest.structure;

import java.util.List;

import galley.ingest.structure.Credit.Direction;

/**
 * The text that a sentence speaks of: "the following articles", "this interview".
 *
 * @param isFirm whether it can be no other text: "the article" may be one that is spoken of
 * @param matches the words that say so; none where another sentence does
 */
record Subject(Direction direction, boolean many, boolean isFirm, List<PhraseMatch> matches) {

    /**
     * The subject of a sentence, or null.
     *
     * @param before the subject of the sentence before, or null
     */
    static Subject of(Sentence sentence, Subject before, Vocabulary vocabulary, Slots slots) {
        var many = vocabulary.find("below-many", sentence, slots);
        if (!many.isEmpty()) {
            return new Subject(Direction.BELOW, true, true, many);
        }
        for (var direction : List.of(Direction.BELOW, Direction.ABOVE, Direction.THIS)) {
            var matches = vocabulary.find(section(direction), sentence, slots);
            if (!matches.isEmpty()) {
                return new Subject(direction, false, true, matches);
            }
        }
        var uncertain = vocabulary.find("the", sentence, slots);
        if (!uncertain.isEmpty()) {
            return new Subject(Direction.THIS, false, false, uncertain);
        }
        return before == null ? null : before.goingOn();
    }

    private static String section(Direction direction) {
        return switch (direction) {
            case BELOW -> "below";
            case ABOVE -> "above";
            case THIS -> "this";
        };
    }

    /** The same, of which another sentence speaks without naming it. */
    Subject goingOn() {
        return new Subject(direction, many, isFirm, List.of());
    }

    /** How sure it is that what the sentence says is said of that text. */
    double confidence() {
        return switch (direction) {
            case BELOW -> 0.97;
            case ABOVE -> 0.95;
            case THIS -> isFirm && !matches.isEmpty() ? 0.9 : 0.8;
        };
    }
}
