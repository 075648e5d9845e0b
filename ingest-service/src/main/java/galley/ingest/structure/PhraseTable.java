package galley.ingest.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Phrases that say the same sort of thing, found by the word they begin with. */
final class PhraseTable {
    /** Nobody credits a text in a sentence that is longer; and slots take their time. */
    private static final int MAX_SENTENCE = 150;

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final List<Phrase> withAnyFirstWord = new ArrayList<>();
    private final List<Phrase> atStart = new ArrayList<>();
    private final Set<String> keyWords = new HashSet<>();
    private boolean isForAnySentence;

    /**
     * The phrases of a section.
     *
     * @param vocabulary the words of its language
     */
    PhraseTable(List<Phrase> phrases, Vocabulary vocabulary) {
        for (var phrase : phrases) {
            var keys = phrase.keyWords(vocabulary);
            keyWords.addAll(keys);
            isForAnySentence |= keys.isEmpty();
            var words = phrase.firstWords(vocabulary);
            if (phrase.isAtStart()) {
                atStart.add(phrase);
            } else if (words.isEmpty()) {
                withAnyFirstWord.add(phrase);
            } else {
                for (var word : words.get()) {
                    byFirstWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(phrase);
                }
            }
        }
    }

    /** Words of which a sentence must have one to have any of the phrases, unless any may. */
    Set<String> keyWords() {
        return keyWords;
    }

    /** Whether a sentence without any key word may have a phrase. */
    boolean isForAnySentence() {
        return isForAnySentence;
    }

    /** The phrases that a sentence has, from left to right; where several fit, the first. */
    List<PhraseMatch> in(Sentence sentence, Slots slots) {
        if (sentence.size() > MAX_SENTENCE) {
            return List.of();
        }
        var matches = new ArrayList<PhraseMatch>();
        int at = 0;
        while (at < sentence.size()) {
            var match = at(sentence, at, slots);
            if (match == null) {
                at++;
            } else {
                matches.add(match);
                at = Math.max(at + 1, match.end());
            }
        }
        return matches;
    }

    private PhraseMatch at(Sentence sentence, int at, Slots slots) {
        var match = sentence.beginsAt(at) ? first(atStart, sentence, at, slots) : null;
        if (match == null) {
            var word = sentence.token(at).lower();
            match = first(byFirstWord.getOrDefault(word, List.of()), sentence, at, slots);
        }
        return match != null ? match : first(withAnyFirstWord, sentence, at, slots);
    }

    private static PhraseMatch first(List<Phrase> phrases, Sentence sentence, int at, Slots slots) {
        for (var phrase : phrases) {
            var match = phrase.at(sentence, at, slots);
            if (match != null) {
                return match;
            }
        }
        return null;
    }
}
