package galley.editorial.check.text;

import java.util.List;
import java.util.Optional;

/**
 * Passages one after the other that are in another language than their text.
 *
 * @param language ISO 639-1
 * @param start the first of them
 */
record ForeignRun(String language, Passage start) {
    /** Less than this in the midst of a text may be a motto, a verse or an address. */
    private static final int ENOUGH_WORDS = 40;

    /**
     * The first of a text that is more than a few words, or that is all of the text.
     *
     * @param expected ISO 639-1 language of the text
     */
    static Optional<ForeignRun> first(String expected, List<Passage> passages) {
        ForeignRun run = null;
        int words = 0;
        for (Passage passage : passages) {
            String other = TextLanguage.otherThan(expected, passage.own()).orElse(null);
            if (run == null || other == null || !TextLanguage.isAlike(run.language, other)) {
                run = other == null ? null : new ForeignRun(other, passage);
                words = 0;
            }
            words += passage.words();
            if (run != null && words >= ENOUGH_WORDS) {
                return Optional.of(run);
            }
        }
        return Optional.ofNullable(run).filter(last -> last.start.equals(passages.getFirst()));
    }
}
