package galley.ingest.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import galley.ingest.structure.PhraseMatch.Found;

/**
 * Reads names of publishers. A name is what markup or quotation marks set apart, else a run of
 * capitalised words with the small ones between them: {@code Voice of the Coast}.
 */
final class PublisherNames {
    private static final int MAX_WORDS = 10;
    private static final int MAX_LENGTH = 120;
    private static final int MAX_SKIPPED = 6;
    private static final int MAX_LISTED = 20;
    private static final Map<String, String> QUOTES =
            Map.of("“", "”", "„", "“", "«", "»", "\"", "\"", "‘", "’", "»", "«");

    private final NameWords words;
    private final boolean many;

    /**
     * @param many whether a list of names is to be expected
     */
    PublisherNames(Vocabulary vocabulary, boolean many) {
        this.words = new NameWords(vocabulary);
        this.many = many;
    }

    /**
     * A name that was read.
     *
     * @param end the token after it
     * @param setApart whether its beginning was marked, so that "and" before it begins another
     */
    private record Name(String text, int end, boolean setApart) {}

    /** The publishers that are named from that token on, or null. */
    Found read(String slot, Sentence sentence, int at) {
        var first = publisher(sentence, at);
        if (first == null) {
            return null;
        }
        var names = new ArrayList<>(List.of(first));
        int complete = 1;
        int i = first.end();
        while (names.size() < MAX_LISTED && i < sentence.size()) {
            boolean afterComma = sentence.token(i).is(",");
            int j = afterComma ? i + 1 : i;
            boolean isLast = words.has("and", sentence, j);
            j = isLast ? j + 1 : j;
            while (words.has("between-names", sentence, j) && !isCapitalised(sentence, j)) {
                j++;
            }
            var next = (many && afterComma) || isLast ? publisher(sentence, j) : null;
            if (next == null || !(many || (next.setApart() && first.setApart()))) {
                break;
            }
            names.add(next);
            i = next.end();
            complete = isLast ? names.size() : complete;
        }
        // names after commas are publishers only where "and" ends the list
        var listed = names.subList(0, complete);
        return new Found(
                slot, listed.stream().map(Name::text).toList(), at, listed.getLast().end());
    }

    private Name publisher(Sentence sentence, int at) {
        int i = at;
        boolean setApart = false;
        while (i < at + MAX_SKIPPED
                && isBeforeName(sentence, i)
                && marked(sentence, i) == null
                && (i > at || mayBeginAfter(sentence, i))) {
            setApart |= words.has("articles", sentence, i);
            i++;
        }
        if (i >= sentence.size()) {
            return null;
        }
        var marked = marked(sentence, i);
        if (marked != null) {
            return marked;
        }
        var name = run(sentence, i, setApart);
        boolean mayBelong = i == 1 && words.has("articles-in-names", sentence, 0);
        return name != null && mayBelong && !namesInstitution(sentence, name.end())
                ? name(sentence.text(0, name.end()), name.end(), setApart)
                : name;
    }

    /** An institution has no article in its name, while papers have: {@code La Lampe}. */
    private boolean namesInstitution(Sentence sentence, int end) {
        for (int i = 0; i < end; i++) {
            if (words.has("institutions", sentence, i)) {
                return true;
            }
        }
        return false;
    }

    /** As in "the Danish weekly Kajen" or "the Sunday edition of Kajen". */
    private boolean isBeforeName(Sentence sentence, int at) {
        boolean describes =
                words.has("languages", sentence, at)
                        || words.has("nationalities", sentence, at)
                        || words.has("weekdays", sentence, at)
                        || words.has("months", sentence, at);
        return (words.has("before-names", sentence, at)
                        && (at == 0 || !isCapitalised(sentence, at)))
                || (describes && words.has("before-names", sentence, at + 1))
                || words.has("generic-nouns", sentence, at);
    }

    private boolean mayBeginAfter(Sentence sentence, int at) {
        int next = at + 1;
        return next < sentence.size()
                && (isBeforeName(sentence, next)
                        || marked(sentence, next) != null
                        || isCapitalised(sentence, next)
                        || isDomain(sentence.token(next)));
    }

    private static boolean isCapitalised(Sentence sentence, int at) {
        return sentence.token(at).isCapitalised();
    }

    /** What italics, a link or quotation marks set apart, if it is no longer than a name. */
    private static Name marked(Sentence sentence, int at) {
        if (at >= sentence.size()) {
            return null;
        }
        var span = sentence.spanAt(at);
        if (span != null && span.end() - span.start() <= MAX_LENGTH) {
            int end = sentence.tokenAfter(at, span.end());
            return end - at > MAX_WORDS ? null : name(sentence.inline().at(span), end, true);
        }
        var closing = QUOTES.get(sentence.token(at).text());
        for (int i = at + 2; closing != null && i < sentence.size() && i <= at + MAX_WORDS; i++) {
            if (sentence.token(i).is(closing)) {
                return name(sentence.text(at + 1, i), i + 1, true);
            }
        }
        return null;
    }

    private static Name name(String text, int end, boolean setApart) {
        var bare = NameWords.bare(text);
        return bare == null ? null : new Name(bare, end, setApart);
    }

    private Name run(Sentence sentence, int at, boolean setApart) {
        if (at == 0 && words.has("no-names", sentence, at)) {
            return null; // it is capitalised because it begins the sentence
        }
        if (words.has("languages", sentence, at) && !isPart(sentence, at + 1)) {
            return null;
        }
        int end = at;
        while (end < at + MAX_WORDS) {
            int next = isPart(sentence, end) ? end : afterParticles(sentence, end);
            boolean isFirst = end == at;
            if (isFirst && next > end) {
                break;
            } else if (isPart(sentence, next) && !words.has("weekdays", sentence, next)) {
                end = next + 1;
            } else if (!isFirst && next > end && isSmallPart(sentence, at, end, next)) {
                end = next + 1;
            } else {
                break;
            }
            if (sentence.token(end - 1).isPossessive() && !isPart(sentence, end)) {
                break;
            }
        }
        return end == at || saysNoName(sentence, at, end)
                ? null
                : name(sentence.text(at, end), end, setApart);
    }

    private boolean isPart(Sentence sentence, int at) {
        return at < sentence.size()
                && !words.isInDate(sentence, at)
                && (isDomain(sentence.token(at)) || isCapitalised(sentence, at));
    }

    /** As in {@code counter.example}. */
    private static boolean isDomain(Token token) {
        int dot = token.text().lastIndexOf('.');
        return dot > 1
                && token.text().length() - dot > 2
                && token.text().length() <= MAX_LENGTH
                && Character.isLetter(token.text().codePointAt(0));
    }

    /** As in {@code Union des pilotes}. */
    private boolean isSmallPart(Sentence sentence, int start, int particle, int at) {
        return at < sentence.size()
                && Character.isLetter(sentence.token(at).text().codePointAt(0))
                && words.has("institutions", sentence, start)
                && words.has("particles-before-small-words", sentence, particle);
    }

    private int afterParticles(Sentence sentence, int at) {
        int i = NameWords.isGenitiveMark(sentence, at) ? at + 1 : at;
        while (i < at + 3
                && (words.has("name-particles", sentence, i)
                        || (!many && words.has("and", sentence, i)))) {
            i++;
        }
        return i;
    }

    /** Months, languages and the like are capitalised too. */
    private boolean saysNoName(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!words.has("no-names", sentence, i)
                    && !words.has("generic-nouns", sentence, i)
                    && !words.has("months", sentence, i)
                    && !words.has("weekdays", sentence, i)
                    && !words.has("languages", sentence, i)) {
                return false;
            }
        }
        return true;
    }
}
