package galley.ingest.structure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way of saying something, as it stands in a language's table:
 *
 * <ul>
 *   <li>{@code word}, or one of several: {@code in|by|on}; with a star, any ending: {@code
 *       publish*}; a star alone, any word or mark; in angle brackets, any word of the list with
 *       that name: {@code <texts>}
 *   <li>{@code (…)}: may be absent
 *   <li>{@code ..}: up to six words or marks of any kind; {@code ...}: up to twelve
 *   <li>{@code {publisher}}: what is looked for; see {@link Slots}
 *   <li>{@code ^} and {@code $}: where the sentence begins, also after a colon, and ends
 * </ul>
 *
 * <p>Each phrase is of a few words and reads on over a bounded number of tokens, so that looking
 * for all of them everywhere takes time in proportion to the text.
 */
final class Phrase {
    private static final int SHORT_GAP = 6;
    private static final int LONG_GAP = 12;

    /** A step of a phrase; the last one has no next. */
    private sealed interface Step {
        record Word(Set<String> words, List<String> beginnings, List<String> lists, Step next)
                implements Step {}

        record Gap(int longest, Step next) implements Step {}

        record Slot(String name, Step next) implements Step {}

        record Either(Step with, Step without) implements Step {}

        record Start(Step next) implements Step {}

        record End(Step next) implements Step {}

        record Done() implements Step {}
    }

    private final Step first;

    private Phrase(Step first) {
        this.first = first;
    }

    static Phrase parse(String line) {
        var words = List.of(line.strip().replace("(", " ( ").replace(")", " ) ").split("\\s+"));
        return new Phrase(steps(words, new Step.Done()));
    }

    /** From the last word to the first, for each step holds the next. */
    private static Step steps(List<String> words, Step next) {
        var step = next;
        for (int i = words.size() - 1; i >= 0; i--) {
            if (words.get(i).equals(")")) {
                int open = opening(words, i);
                step = new Step.Either(steps(words.subList(open + 1, i), step), step);
                i = open;
            } else if (!words.get(i).isEmpty()) {
                step = step(words.get(i), step);
            }
        }
        return step;
    }

    private static int opening(List<String> words, int closing) {
        int depth = 0;
        for (int i = closing; i >= 0; i--) {
            if (words.get(i).equals(")")) {
                depth++;
            } else if (words.get(i).equals("(") && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("no opening parenthesis in " + words);
    }

    private static Step step(String word, Step next) {
        if (word.equals("..") || word.equals("...")) {
            return new Step.Gap(word.length() == 2 ? SHORT_GAP : LONG_GAP, next);
        } else if (word.equals("^")) {
            return new Step.Start(next);
        } else if (word.equals("$")) {
            return new Step.End(next);
        } else if (word.startsWith("{")) {
            return new Step.Slot(word.substring(1, word.length() - 1), next);
        }
        var words = new HashSet<String>();
        var beginnings = new ArrayList<String>();
        var lists = new ArrayList<String>();
        for (var choice : word.split("\\|", -1)) {
            if (choice.endsWith("*")) {
                beginnings.add(choice.substring(0, choice.length() - 1));
            } else if (choice.startsWith("<")) {
                lists.add(choice.substring(1, choice.length() - 1));
            } else {
                words.add(choice);
            }
        }
        return new Step.Word(words, beginnings, lists, next);
    }

    /** All words that it may begin with, or empty where it may begin with any. */
    Optional<Set<String>> firstWords(Vocabulary vocabulary) {
        return firstWords(first, vocabulary);
    }

    private static Optional<Set<String>> firstWords(Step step, Vocabulary vocabulary) {
        return switch (step) {
            case Step.Word word when word.beginnings().isEmpty() ->
                    Optional.of(wordsOf(word, vocabulary));
            case Step.Either(var with, var without) -> {
                var words = firstWords(with, vocabulary);
                var others = firstWords(without, vocabulary);
                if (words.isPresent() && others.isPresent()) {
                    words.get().addAll(others.get());
                    yield words;
                }
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /**
     * Words of which a sentence that has the phrase has at least one: those of the step that fewest
     * sentences have. Empty where any sentence may have it.
     */
    Set<String> keyWords(Vocabulary vocabulary) {
        Set<String> rarest = Set.of();
        var step = first;
        while (!(step instanceof Step.Done)) {
            if (step instanceof Step.Word word && word.beginnings().isEmpty()) {
                var words = wordsOf(word, vocabulary);
                rarest = averageLength(words) > averageLength(rarest) ? words : rarest;
            }
            step = afterwards(step);
        }
        return rarest;
    }

    private static Step afterwards(Step step) {
        return switch (step) {
            case Step.Word it -> it.next();
            case Step.Gap it -> it.next();
            case Step.Slot it -> it.next();
            case Step.Start it -> it.next();
            case Step.End it -> it.next();
            case Step.Either it -> it.without(); // what may be absent is no key
            case Step.Done it -> it;
        };
    }

    /** The longer words are, the fewer sentences have them. */
    private static double averageLength(Set<String> words) {
        return words.stream().mapToInt(String::length).average().orElse(0);
    }

    private static Set<String> wordsOf(Step.Word step, Vocabulary vocabulary) {
        var words = new HashSet<>(step.words());
        step.lists().forEach(list -> words.addAll(vocabulary.words(list)));
        return words;
    }

    /** Whether it can only stand where a sentence begins. */
    boolean isAtStart() {
        return first instanceof Step.Start;
    }

    /** Tries the phrase at one place; null where the words there are others. */
    PhraseMatch at(Sentence sentence, int start, Slots slots) {
        var found = new ArrayList<PhraseMatch.Found>();
        int end = match(first, sentence, start, slots, found);
        return end < 0 ? null : new PhraseMatch(sentence, start, end, List.copyOf(found));
    }

    /** Where the match ends, or -1; what was found on the way is added to the list. */
    private static int match(
            Step step, Sentence sentence, int at, Slots slots, List<PhraseMatch.Found> found) {
        return switch (step) {
            case Step.Done() -> at;
            case Step.Start(var next) -> match(next, sentence, at, slots, found);
            case Step.End(var next) ->
                    isEnd(sentence, at) ? match(next, sentence, at, slots, found) : -1;
            case Step.Word word ->
                    at < sentence.size() && fits(word, sentence.token(at).lower(), slots)
                            ? match(word.next(), sentence, at + 1, slots, found)
                            : -1;
            case Step.Either(var with, var without) -> {
                int before = found.size();
                int end = match(with, sentence, at, slots, found);
                if (end < 0) {
                    found.subList(before, found.size()).clear();
                    end = match(without, sentence, at, slots, found);
                }
                yield end;
            }
            case Step.Gap gap -> matchAfter(gap, sentence, at, slots, found);
            case Step.Slot(var name, var next) -> {
                var value = at < sentence.size() ? slots.read(name, sentence, at) : null;
                if (value == null) {
                    yield -1;
                }
                found.add(value);
                int end = match(next, sentence, value.end(), slots, found);
                if (end < 0) {
                    found.removeLast();
                }
                yield end;
            }
        };
    }

    private static int matchAfter(
            Step.Gap gap, Sentence sentence, int at, Slots slots, List<PhraseMatch.Found> found) {
        int last = Math.min(at + gap.longest(), sentence.size());
        for (int i = at; i <= last; i++) {
            int before = found.size();
            int end = match(gap.next(), sentence, i, slots, found);
            if (end >= 0) {
                return end;
            }
            found.subList(before, found.size()).clear();
        }
        return -1;
    }

    private static boolean isEnd(Sentence sentence, int at) {
        for (int i = at; i < sentence.size(); i++) {
            if (sentence.token(i).isWord()) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Step.Word step, String word, Slots slots) {
        if (step.words().contains(word)) {
            return true;
        }
        for (var beginning : step.beginnings()) {
            if (word.startsWith(beginning)) {
                return true;
            }
        }
        for (var list : step.lists()) {
            if (slots.isIn(list, word)) {
                return true;
            }
        }
        return false;
    }
}
