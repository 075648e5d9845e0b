package galley.editorial.check.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;

/**
 * Tells in which language a passage is. Knows the languages that most news is written in, and says
 * nothing where several are about as likely, or where one is expected that it does not know.
 */
final class TextLanguage {
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
     * The language of a passage, where it clearly is another than expected.
     *
     * @param expected ISO 639-1
     */
    static Optional<String> otherThan(String expected, String passage) {
        boolean isAsExpected =
                !Models.knows(expected)
                        || detect(sample(passage))
                                .filter(code -> isAlike(expected, code))
                                .isPresent();
        return isAsExpected
                ? Optional.empty()
                : of(passage).filter(code -> !isAlike(expected, code));
    }

    /** The code of the language that a passage clearly is in. */
    static Optional<String> of(String passage) {
        return detect(passage.substring(0, Math.min(passage.length(), MAX_LENGTH)));
    }

    /** Whether they are one language, or too close to be told apart in a passage. */
    static boolean isAlike(String one, String other) {
        return one.equals(other)
                || RELATIVES.stream().anyMatch(kin -> kin.contains(one) && kin.contains(other));
    }

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
