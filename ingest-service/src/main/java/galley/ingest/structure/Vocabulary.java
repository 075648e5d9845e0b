package galley.ingest.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
    private static final Map<String, Vocabulary> BY_LANGUAGE =
            LANGUAGES.stream().collect(Collectors.toMap(it -> it, Vocabulary::new));

    private final Map<String, Set<String>> words = new HashMap<>();
    private final Map<String, Map<String, String>> values = new HashMap<>();
    private final Map<String, PhraseTable> phrases = new HashMap<>();

    /** A bit for each table of phrases. */
    private final Map<String, Long> bits = new HashMap<>();

    /** The tables of which a word is a key. */
    private final Map<String, Long> tablesByWord = new HashMap<>();

    private long tablesForAny;

    private Vocabulary(String language) {
        var found = new HashMap<String, List<Phrase>>();
        add(lines(language), found);
        found.forEach((name, list) -> addTable(name, new PhraseTable(list, this)));
    }

    private void addTable(String name, PhraseTable table) {
        if (phrases.size() == Long.SIZE) {
            throw new IllegalArgumentException("more tables than bits");
        }
        long bit = 1L << phrases.size();
        phrases.put(name, table);
        bits.put(name, bit);
        table.keyWords().forEach(word -> tablesByWord.merge(word, bit, (a, b) -> a | b));
        tablesForAny |= table.isForAnySentence() ? bit : 0;
    }

    /** The vocabulary of a language that is known. */
    static Vocabulary of(String language) {
        return BY_LANGUAGE.get(language);
    }

    /**
     * The vocabularies in which a text may be written.
     *
     * @param languageTag a BCP 47 tag, or null; of an unknown language it may be any
     */
    static List<Vocabulary> forTag(String languageTag) {
        var language = languageTag == null ? "" : languageTag.split("-", 2)[0];
        return LANGUAGES.contains(language)
                ? List.of(of(language))
                : LANGUAGES.stream().map(Vocabulary::of).toList();
    }

    private static List<String> lines(String language) {
        try (var file = Vocabulary.class.getResourceAsStream(language + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(List<String> lines, Map<String, List<Phrase>> found) {
        var section = new String[0];
        for (var line : lines) {
            var text = line.split("#", 2)[0].strip();
            if (text.startsWith("[")) {
                section = text.substring(1, text.length() - 1).split(" ", 2);
            } else if (!text.isEmpty()) {
                add(section[0], section[1], text, found);
            }
        }
    }

    private void add(String sort, String name, String line, Map<String, List<Phrase>> found) {
        switch (sort) {
            case "words" -> set(name).addAll(List.of(line.split(" +")));
            case "values" -> {
                var sides = line.split(" = ", 2);
                for (var word : sides[0].split(" +", -1)) {
                    values.computeIfAbsent(name, _ -> new HashMap<>()).put(word, sides[1]);
                    set(name).add(word);
                }
            }
            case "phrases" ->
                    found.computeIfAbsent(name, _ -> new ArrayList<>()).add(Phrase.parse(line));
            default -> throw new IllegalArgumentException("an unknown section: " + sort);
        }
    }

    private Set<String> set(String name) {
        return words.computeIfAbsent(name, _ -> new HashSet<>());
    }

    /** The list of that name. */
    Set<String> words(String list) {
        return words.getOrDefault(list, Set.of());
    }

    /** Whether a word, in lower case, is in the list of that name. */
    boolean has(String list, String word) {
        return words(list).contains(word);
    }

    /** What a word stands for, or null. */
    String value(String list, String word) {
        return values.getOrDefault(list, Map.of()).get(word);
    }

    /** The tables of phrases, as bits, of which a sentence may have one: of prose hardly any. */
    long tablesFor(List<Token> sentence) {
        long tables = tablesForAny;
        for (var token : sentence) {
            tables |= tablesByWord.getOrDefault(token.lower(), 0L);
        }
        return tables;
    }

    /** The phrases of that name that the sentence has. */
    List<PhraseMatch> find(String name, Sentence sentence, Slots slots) {
        boolean may = (sentence.tables() & bits.get(name)) != 0;
        return may ? phrases.get(name).in(sentence, slots) : List.of();
    }
}
