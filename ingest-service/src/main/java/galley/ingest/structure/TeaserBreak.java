package galley.ingest.structure;

/**
 * Finds the line with which a list page stops: "Continue reading", on its own or at the end of a
 * paragraph.
 */
final class TeaserBreak {
    private TeaserBreak() {}

    /**
     * Where a list page stops.
     *
     * @param before the last block that it shows
     * @param line the words that invite to read on
     */
    record Found(int before, String line) {}

    /** The break, or null where the text goes on to its end. */
    static Found in(Clues clues) {
        var slots = new Slots(clues.vocabulary(), false, null);
        for (int i = clues.size() - 1; i >= 0; i--) {
            var block = clues.block(i);
            for (var sentence : block.sentences()) {
                if (isInvitation(sentence, clues.vocabulary(), slots)) {
                    boolean isOwnLine = sentence == block.sentences().getFirst();
                    int before = isOwnLine ? i - 1 : i;
                    return before < 0 ? null : new Found(before, sentence.text());
                }
            }
        }
        return null;
    }

    static boolean isInvitation(Sentence sentence, Vocabulary vocabulary, Slots slots) {
        return !vocabulary.find("continue", sentence, slots).isEmpty();
    }
}
