package galley.editorial.content;

import java.util.Locale;

import galley.events.Attribution;

/** Tells translations from texts that are reprinted in the language in which they appeared. */
public final class Translation {
    private Translation() {}

    /**
     * Whether a text was translated: somebody is named who did so or who published it, or it
     * appeared in another language than it is in now. Variants such as {@code en} and {@code en-GB}
     * are the same language.
     *
     * @param attribution what is said of the first publication, or null
     * @param into the article's language (BCP 47), or null
     */
    public static boolean isOne(Attribution attribution, String into) {
        if (attribution == null) {
            return false;
        }
        return attribution.translator() != null
                || attribution.translationPublisher() != null
                || attribution.translationUrl() != null
                || (attribution.language() != null
                        && into != null
                        && !languageOf(attribution.language()).equals(languageOf(into)));
    }

    private static String languageOf(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
