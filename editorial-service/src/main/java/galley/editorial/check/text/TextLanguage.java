package galley.editorial.check.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;

/**
 * Tells whether a text is in the language that it is said to be in. Knows the languages that most
 * news is written in, and says nothing of texts that are said to be in another, that are too short,
 * or that may be of a close relative.
 */
final class TextLanguage {
    /** Fewer words than this may be of many languages. */
    private static final int MIN_WORDS = 20;

    /** Fewer characters are too few where words are not set apart. */
    private static final int MIN_CHARACTERS = 60;

    /** What follows tells hardly more, and takes its time. */
    private static final int MAX_LENGTH = 1_500;

    /** Of the beginning, the middle and the end: enough where all are in the language. */
    private static final int SAMPLE_LENGTH = 50;

    /** How much likelier a language must be than the next. */
    private static final double MARGIN = 0.15;

    /** Written so alike that a short text may be taken for the other. */
    private static final List<Set<String>> RELATIVES =
            List.of(
                    Set.of("no", "nb", "nn", "da"),
                    Set.of("hr", "sr", "bs", "cnr"),
                    Set.of("cs", "sk"),
                    Set.of("id", "ms"),
                    Set.of("es", "gl"),
                    Set.of("pt", "gl"));

    private TextLanguage() {}

    /**
     * The language of a text, where it clearly is another than said.
     *
     * @param said ISO 639-1
     */
    static Optional<Locale> otherThan(String said, String text) {
        String start = text.substring(0, Math.min(text.length(), MAX_LENGTH));
        if (isShort(start) || !Models.knows(said)) {
            return Optional.empty();
        }
        boolean isAsSaid = detect(sample(start)).filter(code -> isAlike(said, code)).isPresent();
        return isAsSaid
                ? Optional.empty()
                : detect(start).filter(code -> !isAlike(said, code)).map(Locale::of);
    }

    /** The code of the language that the text is in; empty where several are about as likely. */
    private static Optional<String> detect(String text) {
        return Optional.of(Models.DETECTOR.detectLanguageOf(text))
                .filter(found -> found != Language.UNKNOWN)
                .map(found -> found.getIsoCode639_1().toString());
    }

    private static String sample(String text) {
        if (text.length() <= 3 * SAMPLE_LENGTH) {
            return text;
        }
        int middle = (text.length() - SAMPLE_LENGTH) / 2;
        return String.join(
                " ",
                text.substring(0, SAMPLE_LENGTH),
                text.substring(middle, middle + SAMPLE_LENGTH),
                text.substring(text.length() - SAMPLE_LENGTH));
    }

    private static boolean isShort(String text) {
        boolean spaced = text.codePoints().noneMatch(TextLanguage::needsNoSpaces);
        return spaced
                ? text.split("\\s+", MIN_WORDS).length < MIN_WORDS
                : text.length() < MIN_CHARACTERS;
    }

    private static boolean needsNoSpaces(int codePoint) {
        return Character.isIdeographic(codePoint)
                || Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HIRAGANA
                || Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.THAI;
    }

    private static boolean isAlike(String one, String other) {
        return one.equals(other)
                || RELATIVES.stream().anyMatch(kin -> kin.contains(one) && kin.contains(other));
    }

    /** Read when they are first needed, in half a second; they take about 27 MB. */
    private static final class Models {
        private static final Language[] LANGUAGES = {
            Language.ARABIC,
            Language.BOKMAL,
            Language.BULGARIAN,
            Language.CHINESE,
            Language.CROATIAN,
            Language.CZECH,
            Language.DANISH,
            Language.DUTCH,
            Language.ENGLISH,
            Language.FINNISH,
            Language.FRENCH,
            Language.GERMAN,
            Language.GREEK,
            Language.HEBREW,
            Language.HINDI,
            Language.HUNGARIAN,
            Language.INDONESIAN,
            Language.ITALIAN,
            Language.JAPANESE,
            Language.KOREAN,
            Language.PERSIAN,
            Language.POLISH,
            Language.PORTUGUESE,
            Language.ROMANIAN,
            Language.RUSSIAN,
            Language.SERBIAN,
            Language.SLOVAK,
            Language.SPANISH,
            Language.SWEDISH,
            Language.TURKISH,
            Language.UKRAINIAN
        };

        static final LanguageDetector DETECTOR =
                LanguageDetectorBuilder.fromLanguages(LANGUAGES)
                        .withLowAccuracyMode()
                        .withMinimumRelativeDistance(MARGIN)
                        .build();

        private Models() {}

        static boolean knows(String code) {
            return List.of(LANGUAGES).stream()
                    .anyMatch(known -> isAlike(known.getIsoCode639_1().toString(), code));
        }
    }
}
