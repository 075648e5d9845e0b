package galley.editorial.comment;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

import galley.editorial.comment.Alignment.Run;
import galley.editorial.content.Tokens;

/** What an edit did to the text of one part; a text that is not there is empty. */
final class PartChange {
    private final String part;
    private final String before;
    private final String after;
    private final List<Run> kept;

    PartChange(String part, String before, String after, Effort effort) {
        this.part = part;
        this.before = before;
        this.after = after;
        this.kept = Alignment.of(before, after, effort);
    }

    /** The anchor where the same words now stand, if all of them stayed. */
    Optional<Anchor> carried(Anchor anchor) {
        Remains remains = new Remains(anchor);
        int first = remains.position(anchor.start());
        int last = remains.position(anchor.end() - 1);
        return remains.isWhole && first >= 0 && last >= 0
                ? Optional.of(Anchor.of(part, after, first, last + 1))
                : Optional.empty();
    }

    /** The anchor of those of its words that stayed, if any did. */
    Optional<Anchor> shrunk(Anchor anchor) {
        Remains remains = new Remains(anchor);
        return remains.first < 0
                ? Optional.empty()
                : Optional.of(Anchor.of(part, after, remains.first, remains.last + 1));
    }

    /** Whether words that stand here now were not here before, at least not together. */
    boolean bringsBack(int start, int end) {
        int at = indexOf(start, Run::newEnd);
        return at == kept.size() || kept.get(at).now() > start || kept.get(at).newEnd() < end;
    }

    /** The first run that ends behind a position. */
    private int indexOf(int position, ToIntFunction<Run> end) {
        int low = 0;
        int high = kept.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end.applyAsInt(kept.get(middle)) > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** What is left of an anchor: the letters of its words, or its signs if it has no words. */
    private final class Remains {
        private final boolean isWhole;
        private int first = -1;
        private int last = -1;

        Remains(Anchor anchor) {
            String words = before.substring(anchor.start(), anchor.end());
            boolean hasWords = words.chars().anyMatch(it -> Tokens.isOfWord((char) it));
            int counted = 0;
            int left = 0;
            for (int at = anchor.start(); at < anchor.end(); at++) {
                char character = before.charAt(at);
                if (hasWords ? Tokens.isOfWord(character) : !Character.isWhitespace(character)) {
                    counted++;
                    int now = position(at);
                    if (now >= 0) {
                        left++;
                        first = first < 0 ? now : first;
                        last = now;
                    }
                }
            }
            isWhole = left == counted;
        }

        /** Where an old character stands now; -1 if it is gone. */
        int position(int old) {
            int at = indexOf(old, Run::oldEnd);
            boolean stayed = at < kept.size() && kept.get(at).old() <= old;
            return stayed ? kept.get(at).now() + old - kept.get(at).old() : -1;
        }
    }
}
