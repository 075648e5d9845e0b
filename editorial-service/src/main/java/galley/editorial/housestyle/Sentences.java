package galley.editorial.housestyle;

/**
 * The house style in one language.
 *
 * @param date how days are written, as a pattern of {@link java.time.format.DateTimeFormatter}
 * @param reprint a whole text in the language in which it appeared; this and what follows are
 *     patterns as {@link galley.kit.text.SentencePattern} reads them
 * @param excerpt a part of such a text
 * @param translation a whole text that was translated
 * @param translatedExcerpt a part of such a text
 * @param several all reprints of an article in one
 */
public record Sentences(
        String date,
        String reprint,
        String excerpt,
        String translation,
        String translatedExcerpt,
        String several) {

    String pattern(boolean translated, boolean part) {
        if (translated) {
            return part ? translatedExcerpt : translation;
        }
        return part ? excerpt : reprint;
    }

    /** The same, with what others say where this says nothing. */
    Sentences or(Sentences others) {
        return new Sentences(
                first(date, others.date),
                first(reprint, others.reprint),
                first(excerpt, others.excerpt),
                first(translation, others.translation),
                first(translatedExcerpt, others.translatedExcerpt),
                first(several, others.several));
    }

    private static String first(String one, String other) {
        return one == null ? other : one;
    }
}
