package galley.editorial.housestyle;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The house style of a fresh install, from a resource bundle for each language. */
final class FreshStyle {
    /** Counts for articles in languages that have no sentences. */
    static final String DEFAULT_LANGUAGE = "en";

    /** Those that have a resource bundle. */
    private static final List<String> LANGUAGES = List.of(DEFAULT_LANGUAGE);

    private static final Map<String, Sentences> SENTENCES =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(tag -> tag, FreshStyle::read));

    private FreshStyle() {}

    /** By the tag of the language. */
    static Map<String, Sentences> sentences() {
        return SENTENCES;
    }

    /** The same, with what was set in its place. */
    static Map<String, Sentences> with(Map<String, Sentences> set) {
        Map<String, Sentences> all = new TreeMap<>(SENTENCES);
        set.forEach((tag, sentences) -> all.merge(tag, sentences, (it, said) -> said.or(it)));
        return all;
    }

    private static Sentences read(String tag) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(
                        "galley.editorial.housestyle.Sentences",
                        Locale.forLanguageTag(tag),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Sentences(
                bundle.getString("date"),
                bundle.getString("reprint"),
                bundle.getString("excerpt"),
                bundle.getString("translation"),
                bundle.getString("translatedExcerpt"),
                bundle.getString("several"));
    }
}
