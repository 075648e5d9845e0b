package galley.ingest.language;

import java.util.Optional;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;

import galley.kit.html.SafeHtml;

/**
 * Tells in which language a text is written. Its models are read at the first question, which takes
 * about a second, and stay in memory, about 30 MB.
 */
public final class LanguageDetection {
    /** Fewer words than this may be of many languages. */
    private static final int MIN_WORDS = 12;

    /** What follows tells hardly more, and takes its time. */
    private static final int MAX_LENGTH = 1_500;

    /** How much likelier a language must be than the next. */
    private static final double MARGIN = 0.1;

    private LanguageDetection() {}

    /**
     * The language of a text, where it is long and clear enough to tell.
     *
     * @param html the text as HTML
     * @return a two-letter code (ISO 639-1)
     */
    public static Optional<String> of(String html) {
        var text = SafeHtml.toText(html);
        var start = text.substring(0, Math.min(text.length(), MAX_LENGTH));
        if (start.split("\\s+", MIN_WORDS).length < MIN_WORDS) {
            return Optional.empty();
        }
        var language = Models.DETECTOR.detectLanguageOf(start);
        return Optional.of(language)
                .filter(known -> known != Language.UNKNOWN)
                .map(Language::getIsoCode639_1)
                .filter(code -> code != IsoCode639_1.NONE)
                .map(IsoCode639_1::toString);
    }

    /** Read when they are first needed, and never where every source tells its language. */
    private static final class Models {
        static final LanguageDetector DETECTOR =
                LanguageDetectorBuilder.fromAllLanguages()
                        .withLowAccuracyMode()
                        .withMinimumRelativeDistance(MARGIN)
                        .build();
    }
}
