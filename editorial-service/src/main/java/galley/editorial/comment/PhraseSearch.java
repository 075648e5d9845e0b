package galley.editorial.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for many phrases in texts at once. The time grows with the texts and with the phrases, not
 * with their product: only where a phrase's first characters stand is it compared.
 */
final class PhraseSearch<T> {
    private static final int KEY = 16;

    /** Where very many phrases begin alike, the last ones are not found. */
    private static final int MAX_COMPARISONS = 10_000_000;

    /** By the length of the first characters and their hash. */
    private final Map<Integer, Map<Integer, List<Phrase<T>>>> byKey = new HashMap<>();

    private int comparisons;

    /** Adds a phrase that is not empty. */
    void add(String words, T about) {
        String key = words.substring(0, Math.min(KEY, words.length()));
        byKey.computeIfAbsent(key.length(), _ -> new HashMap<>())
                .computeIfAbsent(key.hashCode(), _ -> new ArrayList<>())
                .add(new Phrase<>(words, about));
    }

    /** Goes through a text; a phrase that the finder takes is not looked for any more. */
    void search(String text, Finder<T> finder) {
        byKey.forEach((length, phrases) -> search(text, length, phrases, finder));
    }

    private void search(
            String text, int length, Map<Integer, List<Phrase<T>>> phrases, Finder<T> finder) {
        if (text.length() < length) {
            return;
        }
        int power = 1;
        for (int i = 1; i < length; i++) {
            power *= 31;
        }
        int hash = text.substring(0, length).hashCode();
        for (int at = 0; ; at++) {
            List<Phrase<T>> candidates = phrases.get(hash);
            if (candidates != null) {
                int start = at;
                candidates.removeIf(phrase -> isTaken(text, start, phrase, finder));
            }
            if (at + length >= text.length()) {
                return;
            }
            hash = 31 * (hash - power * text.charAt(at)) + text.charAt(at + length);
        }
    }

    private boolean isTaken(String text, int at, Phrase<T> phrase, Finder<T> finder) {
        return ++comparisons <= MAX_COMPARISONS
                && text.startsWith(phrase.words(), at)
                && finder.takes(phrase.about(), at);
    }

    private record Phrase<T>(String words, T about) {}

    /** Says whether a place will do. */
    interface Finder<T> {
        boolean takes(T about, int at);
    }
}
