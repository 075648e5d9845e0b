package galley.kit.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with placeholders, such as {@code This article was first published[ by {publisher}| at
 * {address}][ on {date}].} What stands in brackets is left out where one of its placeholders is
 * unknown; of several wordings with bars between them the first whose placeholders are all known
 * counts.
 */
public final class SentencePattern {
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]*)\\]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

    private final String text;

    private SentencePattern(String text) {
        this.text = text;
    }

    /**
     * Reads a pattern.
     *
     * @param placeholders those that there are
     * @param complain is told each thing that is wrong with it
     */
    public static SentencePattern of(
            String text, Collection<String> placeholders, Consumer<String> complain) {
        String outside = BRACKETS.matcher(text).replaceAll("");
        if (outside.matches("(?s).*[\\[\\]].*")) {
            complain.accept("Brackets come in pairs, and not within each other.");
        }
        if (outside.contains("|")) {
            complain.accept("A bar stands in brackets only.");
        }
        if (PLACEHOLDER.matcher(text).replaceAll("").matches("(?s).*[{}].*")) {
            complain.accept("Braces come in pairs, around the name of a placeholder.");
        }
        PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !placeholders.contains(name))
                .distinct()
                .map(
                        name ->
                                "There is no placeholder {%s}; there are %s."
                                        .formatted(name, String.join(", ", placeholders)))
                .forEach(complain);
        return new SentencePattern(text);
    }

    /**
     * The pieces of the sentence, in their order: words, and places for what is known.
     *
     * @param known what there is something to say about
     * @return empty where the sentence can't do without something that is unknown
     */
    public Optional<List<Piece>> pieces(Set<String> known) {
        String chosen =
                BRACKETS.matcher(text)
                        .replaceAll(
                                found -> Matcher.quoteReplacement(choose(found.group(1), known)));
        return isKnown(chosen, known) ? Optional.of(split(chosen)) : Optional.empty();
    }

    private static String choose(String wordings, Set<String> known) {
        return Arrays.stream(wordings.split("\\|", -1))
                .filter(wording -> isKnown(wording, known))
                .findFirst()
                .orElse("");
    }

    private static boolean isKnown(String wording, Set<String> known) {
        return PLACEHOLDER
                .matcher(wording)
                .results()
                .allMatch(found -> known.contains(found.group(1)));
    }

    private static List<Piece> split(String sentence) {
        List<Piece> pieces = new ArrayList<>();
        Matcher places = PLACEHOLDER.matcher(sentence);
        int from = 0;
        while (places.find()) {
            pieces.add(new Piece(sentence.substring(from, places.start()), null));
            pieces.add(new Piece("", places.group(1)));
            from = places.end();
        }
        pieces.add(new Piece(sentence.substring(from), null));
        return pieces;
    }

    /**
     * A piece of a sentence.
     *
     * @param words as they stand; empty for a place
     * @param place the placeholder whose place it is; null for words
     */
    public record Piece(String words, String place) {}
}
