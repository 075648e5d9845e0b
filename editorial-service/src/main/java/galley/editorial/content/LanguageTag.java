package galley.editorial.content;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags (BCP 47). */
public final class LanguageTag {
    /** Room for every tag that is in use, none for an essay. */
    private static final int MAX_LENGTH = 64;

    private LanguageTag() {}

    /** The tag in its usual capitals, such as {@code en-GB}; empty where it is not well-formed. */
    public static Optional<String> parse(String tag) {
        if (tag.isBlank() || tag.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Locale.Builder().setLanguageTag(tag.strip()).build().toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
