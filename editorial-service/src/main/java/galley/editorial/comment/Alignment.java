package galley.editorial.comment;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;

import galley.editorial.content.Tokens;

/**
 * What of a text stayed in an edit, word by word: runs of characters that stand in the old text and
 * in the new one, in their order. A word that was only respelled stays as far as its ends do.
 */
final class Alignment {
    private final String before;
    private final String after;
    private final Effort effort;
    private final List<Run> runs = new ArrayList<>();

    private Alignment(String before, String after, Effort effort) {
        this.before = before;
        this.after = after;
        this.effort = effort;
    }

    /** The runs that stayed, none of which touches the next one in both texts. */
    static List<Run> of(String before, String after, Effort effort) {
        Alignment alignment = new Alignment(before, after, effort);
        alignment.align();
        return List.copyOf(alignment.runs);
    }

    /** Most edits are in one place: what is before and behind needs no comparing. */
    private void align() {
        int shorter = Math.min(before.length(), after.length());
        int head = commonHead(0, before.length(), 0, after.length());
        while (!Tokens.isBoundary(before, head) || !Tokens.isBoundary(after, head)) {
            head--;
        }
        int tail = commonTail(before.length(), after.length(), shorter - head);
        while (!Tokens.isBoundary(before, before.length() - tail)
                || !Tokens.isBoundary(after, after.length() - tail)) {
            tail--;
        }
        keep(0, 0, head);
        alignMiddle(head, before.length() - tail, head, after.length() - tail);
        keep(before.length() - tail, after.length() - tail, tail);
    }

    private void alignMiddle(int oldStart, int oldEnd, int newStart, int newEnd) {
        if (oldStart == oldEnd
                || newStart == newEnd
                || alignWords(oldStart, oldEnd, newStart, newEnd)) {
            return;
        }
        List<String> oldLines = Tokens.lines(before, oldStart, oldEnd);
        List<String> newLines = Tokens.lines(after, newStart, newEnd);
        if (effort.allows((long) oldLines.size() + newLines.size())) {
            align(
                    oldLines,
                    newLines,
                    oldStart,
                    newStart,
                    (oldFrom, oldTo, newFrom, newTo) -> {
                        if (!alignWords(oldFrom, oldTo, newFrom, newTo)) {
                            alignEnds(oldFrom, oldTo, newFrom, newTo);
                        }
                    });
        } else {
            alignEnds(oldStart, oldEnd, newStart, newEnd);
        }
    }

    private boolean alignWords(int oldStart, int oldEnd, int newStart, int newEnd) {
        List<String> oldWords = Tokens.words(before, oldStart, oldEnd);
        List<String> newWords = Tokens.words(after, newStart, newEnd);
        if (!effort.allows((long) oldWords.size() + newWords.size())) {
            return false;
        }
        align(oldWords, newWords, oldStart, newStart, this::alignEnds);
        return true;
    }

    private void align(
            List<String> old, List<String> now, int oldStart, int newStart, Gap changed) {
        int[] oldPlaces = places(old, oldStart);
        int[] newPlaces = places(now, newStart);
        int oldToken = 0;
        int newToken = 0;
        int oldGap = 0;
        int newGap = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            Chunk<String> source = delta.getSource();
            Chunk<String> target = delta.getTarget();
            // a deletion and an insertion beside each other are one change
            if (source.getPosition() > oldToken) {
                look(changed, oldPlaces, newPlaces, oldGap, oldToken, newGap, newToken);
                int length = oldPlaces[source.getPosition()] - oldPlaces[oldToken];
                keep(oldPlaces[oldToken], newPlaces[newToken], length);
                oldGap = source.getPosition();
                newGap = target.getPosition();
            }
            oldToken = source.getPosition() + source.size();
            newToken = target.getPosition() + target.size();
        }
        look(changed, oldPlaces, newPlaces, oldGap, oldToken, newGap, newToken);
        int length = oldPlaces[old.size()] - oldPlaces[oldToken];
        keep(oldPlaces[oldToken], newPlaces[newToken], length);
    }

    private static void look(
            Gap changed, int[] old, int[] now, int oldFrom, int oldTo, int newFrom, int newTo) {
        if (oldFrom < oldTo && newFrom < newTo) {
            changed.align(old[oldFrom], old[oldTo], now[newFrom], now[newTo]);
        }
    }

    /** Where each token begins, and where the last one ends. */
    private static int[] places(List<String> tokens, int start) {
        int[] places = new int[tokens.size() + 1];
        places[0] = start;
        for (int i = 0; i < tokens.size(); i++) {
            places[i + 1] = places[i] + tokens.get(i).length();
        }
        return places;
    }

    /** Of what was replaced, words stay whose letters at the ends are at least half of them. */
    private void alignEnds(int oldStart, int oldEnd, int newStart, int newEnd) {
        int shorter = Math.min(oldEnd - oldStart, newEnd - newStart);
        int head = commonHead(oldStart, oldEnd, newStart, newEnd);
        int tail = commonTail(oldEnd, newEnd, shorter - head);
        int shift = newEnd - oldEnd;
        int at = oldStart;
        for (String token : Tokens.words(before, oldStart, oldEnd)) {
            int end = at + token.length();
            int kept = Math.clamp(oldStart + head - at, 0, token.length());
            int keptBehind = Math.clamp(end - (oldEnd - tail), 0, token.length());
            if (2 * (kept + keptBehind) >= token.length()) {
                keep(at, newStart + at - oldStart, kept);
                keep(end - keptBehind, end - keptBehind + shift, keptBehind);
            }
            at = end;
        }
    }

    private int commonHead(int oldStart, int oldEnd, int newStart, int newEnd) {
        int most = Math.min(oldEnd - oldStart, newEnd - newStart);
        int head = 0;
        while (head < most && before.charAt(oldStart + head) == after.charAt(newStart + head)) {
            head++;
        }
        boolean splitsCharacter =
                head > 0 && Character.isHighSurrogate(before.charAt(oldStart + head - 1));
        return splitsCharacter ? head - 1 : head;
    }

    private int commonTail(int oldEnd, int newEnd, int most) {
        int tail = 0;
        while (tail < most && before.charAt(oldEnd - tail - 1) == after.charAt(newEnd - tail - 1)) {
            tail++;
        }
        boolean splitsCharacter =
                tail > 0 && Character.isLowSurrogate(before.charAt(oldEnd - tail));
        return splitsCharacter ? tail - 1 : tail;
    }

    private void keep(int old, int now, int length) {
        if (length == 0) {
            return;
        }
        Run last = runs.isEmpty() ? null : runs.getLast();
        if (last != null && last.oldEnd() == old && last.newEnd() == now) {
            runs.set(runs.size() - 1, new Run(last.old(), last.now(), last.length() + length));
        } else {
            runs.add(new Run(old, now, length));
        }
    }

    /** Characters that stayed. */
    record Run(int old, int now, int length) {
        int oldEnd() {
            return old + length;
        }

        int newEnd() {
            return now + length;
        }
    }

    /** Looks closer at what differs. */
    private interface Gap {
        void align(int oldStart, int oldEnd, int newStart, int newEnd);
    }
}
