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
            var sentences = clues.block(i).sentences();
            for (int j = 0; j < sentences.size(); j++) {
                if (isInvitation(sentences.get(j), clues.vocabulary(), slots)) {
                    int before = j == 0 ? i - 1 : i; // on its own line, or at a paragraph's end
                    return before < 0 ? null : new Found(before, sentences.get(j).text());
                }
            }
        }
        return null;
    }

    static boolean isInvitation(Sentence sentence, Vocabulary vocabulary, Slots slots) {
        return !vocabulary.find("continue", sentence, slots).isEmpty();
    }
}
