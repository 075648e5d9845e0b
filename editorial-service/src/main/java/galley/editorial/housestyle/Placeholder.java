package galley.editorial.housestyle;

import java.util.Arrays;
import java.util.List;

/** What a sentence can name. */
enum Placeholder {
    AUTHOR("author"),
    PUBLISHER("publisher"),
    /** The host of the first publication's address. */
    ADDRESS("address"),
    DATE("date"),
    /** The name of the language of the first publication. */
    LANGUAGE("language"),
    TRANSLATOR("translator"),
    TRANSLATION_PUBLISHER("translationPublisher"),
    /** The host of the translation's address. */
    TRANSLATION_ADDRESS("translationAddress");

    private final String wireName;

    Placeholder(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /** Their names, in order. */
    static List<String> names() {
        return Arrays.stream(values()).map(it -> it.wireName).toList();
    }
}
