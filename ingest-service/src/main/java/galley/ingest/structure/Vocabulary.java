package galley.ingest.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words and phrases by which a language speaks of where a text comes from. They stand in a file
 * for each language, {@code en.txt} and so on, in sections:
 *
 * <ul>
 *   <li>{@code [words NAME]}: a set of words
 *   <li>{@code [values NAME]}: words and what they stand for, {@code spanish castilian = es}
 *   <li>{@code [phrases NAME]}: a {@link Phrase} a line
 * </ul>
 *
 * <p>Everything in them is in lower case; {@code #} begins a comment.
 */
final class Vocabulary {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr");
    private static final Map<String, Vocabulary> BY_LANGUAGE = new HashMap<>();
    private static final Vocabulary ALL = new Vocabulary();

    static {
        for (var language : LANGUAGES) {
            var lines = lines(language);
            var vocabulary = new Vocabulary();
            vocabulary.add(lines);
            BY_LANGUAGE.put(language, vocabulary);
            ALL.add(lines);
        }
    }

    private final Map<String, Set<String>> words = new HashMap<>();
    private final Map<String, Map<String, String>> values = new HashMap<>();
    private final Map<String, PhraseTable> phrases = new HashMap<>();

    private Vocabulary() {}

    /** The vocabulary of a language; of an unknown one or none, that of all languages. */
    static Vocabulary of(String languageTag) {
        var language = languageTag == null ? "" : languageTag.split("-", 2)[0];
        return BY_LANGUAGE.getOrDefault(language, ALL);
    }

    private static List<String> lines(String language) {
        try (var file = Vocabulary.class.getResourceAsStream(language + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(List<String> lines) {
        var section = new String[0];
        for (var line : lines) {
            var text = line.split("#", 2)[0].strip();
            if (text.startsWith("[")) {
                section = text.substring(1, text.length() - 1).split(" ", 2);
            } else if (!text.isEmpty()) {
                add(section[0], section[1], text);
            }
        }
    }

    private void add(String sort, String name, String line) {
        switch (sort) {
            case "words" -> set(name).addAll(List.of(line.split(" +")));
            case "values" -> {
                var sides = line.split(" = ", 2);
                for (var word : sides[0].split(" +", -1)) {
                    values.computeIfAbsent(name, _ -> new HashMap<>()).put(word, sides[1]);
                    set(name).add(word);
                }
            }
            case "phrases" -> phrases.computeIfAbsent(name, _ -> new PhraseTable()).add(line);
            default -> throw new IllegalArgumentException("an unknown section: " + sort);
        }
    }

    private Set<String> set(String name) {
        return words.computeIfAbsent(name, _ -> new HashSet<>());
    }

    /** Whether a word, in lower case, is in the list of that name. */
    boolean has(String list, String word) {
        return words.getOrDefault(list, Set.of()).contains(word);
    }

    /** What a word stands for, or null. */
    String value(String list, String word) {
        return values.getOrDefault(list, Map.of()).get(word);
    }

    /** The phrases of that name that the sentence has. */
    List<PhraseMatch> find(String name, Sentence sentence, Slots slots) {
        return phrases.get(name).in(sentence, slots);
    }
}
