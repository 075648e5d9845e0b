package galley.editorial.housestyle;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

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

    static Optional<Placeholder> of(String name) {
        return Arrays.stream(values()).filter(it -> it.wireName.equals(name)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(it -> it.wireName).collect(Collectors.joining(", "));
    }
}
