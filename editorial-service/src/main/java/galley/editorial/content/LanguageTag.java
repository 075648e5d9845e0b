package galley.editorial.content;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Language tags (BCP 47). */
public final class LanguageTag {
    /** Room for every tag that is in use, none for an essay. */
    private static final int MAX_LENGTH = 64;

    /** ISO 639-1, and a code that it had and that is still in use. */
    private static final Set<String> OF_TWO_LETTERS =
            Stream.concat(Stream.of(Locale.getISOLanguages()), Stream.of("sh"))
                    .collect(Collectors.toUnmodifiableSet());

    private LanguageTag() {}

    /**
     * The tag in its usual capitals, such as {@code en-GB}; empty where it is not well-formed, and
     * where no language has this code of two letters. Of those of three there are thousands, with
     * new ones every year: they are taken by their form.
     */
    public static Optional<String> parse(String tag) {
        if (tag.isBlank() || tag.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag.strip()).build();
            return isKnown(locale.getLanguage())
                    ? Optional.of(locale.toLanguageTag())
                    : Optional.empty();
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    private static boolean isKnown(String language) {
        return language.length() != 2 || OF_TWO_LETTERS.contains(language);
    }
}
