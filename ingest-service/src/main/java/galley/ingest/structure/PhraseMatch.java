package galley.ingest.structure;

import java.util.List;

/**
 * Words of a sentence that are as a phrase has them.
 *
 * @param start its first token
 * @param end the token after its last one
 * @param found what was looked for, in the order of the text
 */
record PhraseMatch(Sentence sentence, int start, int end, List<Found> found) {

    /**
     * What was looked for.
     *
     * @param slot its name in the phrase
     * @param values one; several where the slot is a list
     * @param end the token after its last one
     */
    record Found(String slot, List<String> values, int start, int end) {}

    String evidence() {
        return sentence.text(start, Math.max(end, start + 1));
    }

    List<Token> tokens() {
        return sentence.tokens().subList(start, end);
    }

    /** Whether it has a verb that tells what somebody says, and not only a noun like it. */
    boolean tells(Vocabulary vocabulary) {
        int name = found.isEmpty() ? end : found.getFirst().end();
        for (int i = start; i < end; i++) {
            var word = sentence.token(i).lower();
            if (vocabulary.has("reports", word) && (i >= name || !vocabulary.has("text", word))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it tells of a first publication: "first published by". */
    boolean tellsOfFirst(Vocabulary vocabulary) {
        return sentence.tokens().subList(Math.max(0, start - 2), end).stream()
                .anyMatch(token -> vocabulary.has("first", token.lower()));
    }

    boolean overlaps(PhraseMatch other) {
        return start < other.end && other.start < end;
    }
}
