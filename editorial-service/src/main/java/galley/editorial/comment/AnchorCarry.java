package galley.editorial.comment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import galley.editorial.content.Tokens;

/**
 * Carries the anchors of an article over an edit of its text. Each goes, in this order, to where
 * all of its words stayed in their part; to where they stand now with the words around them, in any
 * part; to where the edit brought exactly these words; to those of its words that stayed. Otherwise
 * it is orphaned. Words that stayed without all of those around them may be others like them: such
 * an anchor is first looked for together with these. A word is not looked for within others.
 */
final class AnchorCarry {
    /** So many characters around words tell them from the same words elsewhere. */
    private static final int CONTEXT = 32;

    /** Shorter words are in every text: they are looked for with others around them only. */
    private static final int SHORTEST = 3;

    private final Map<String, String> before;
    private final Map<String, String> after;
    private final Map<String, PartChange> changes = new HashMap<>();
    private final Effort effort = new Effort();

    /**
     * An edit.
     *
     * @param before the texts of the parts by id, as they were
     * @param after as they are now, in the order of the article
     */
    AnchorCarry(Map<String, String> before, Map<String, String> after) {
        this.before = before;
        this.after = after;
    }

    /** The anchors as they are now, by the same ids; those that did not change are not in it. */
    Map<UUID, Anchor> carry(Map<UUID, Anchor> anchors) {
        Map<UUID, Anchor> moved = new HashMap<>();
        Map<UUID, Anchor> lost = new HashMap<>();
        anchors.forEach((id, anchor) -> sort(id, anchor, moved, lost));
        find(lost, Context.BOTH, moved);
        lost.keySet().removeAll(moved.keySet());
        find(lost, Context.RIGHT, moved);
        find(lost, Context.LEFT, moved);
        find(lost, Context.NONE, moved);
        shrink(lost, moved);
        lost.forEach((id, anchor) -> moved.put(id, anchor.orphaned()));
        moved.entrySet().removeIf(it -> it.getValue().equals(anchors.get(it.getKey())));
        return moved;
    }

    private void sort(UUID id, Anchor anchor, Map<UUID, Anchor> moved, Map<UUID, Anchor> lost) {
        if (anchor.isOrphaned()) {
            lost.put(id, anchor);
        } else if (hasChanged(anchor.part()) && !stood(anchor)) {
            lost.put(id, anchor.orphaned());
        } else if (hasChanged(anchor.part())) {
            Optional<Anchor> stayed = change(anchor.part()).carried(anchor);
            stayed.ifPresent(now -> moved.put(id, now));
            if (stayed.filter(now -> isBetweenTheSame(anchor, now)).isEmpty()) {
                lost.put(id, anchor);
            }
        }
    }

    /** Not so where the text of a body is made otherwise than when the anchor was placed. */
    private boolean stood(Anchor anchor) {
        return before.getOrDefault(anchor.part(), "").startsWith(anchor.text(), anchor.start());
    }

    private boolean isBetweenTheSame(Anchor anchor, Anchor now) {
        Phrase phrase = phrase(anchor, Context.BOTH);
        return after.get(now.part()).startsWith(phrase.words(), now.start() - phrase.before());
    }

    private void shrink(Map<UUID, Anchor> lost, Map<UUID, Anchor> moved) {
        lost.entrySet()
                .removeIf(
                        it -> {
                            Optional<Anchor> shrunk =
                                    it.getValue().isOrphaned()
                                            ? Optional.empty()
                                            : change(it.getValue().part()).shrunk(it.getValue());
                            shrunk.ifPresent(now -> moved.put(it.getKey(), now));
                            return shrunk.isPresent();
                        });
    }

    /** Looks for what is lost; what is found is moved. */
    private void find(Map<UUID, Anchor> lost, Context context, Map<UUID, Anchor> moved) {
        PhraseSearch<Sought> search = new PhraseSearch<>();
        lost.forEach(
                (id, anchor) -> {
                    Phrase phrase = phrase(anchor, context);
                    int length = anchor.text().length();
                    if (context == Context.NONE
                            ? length >= SHORTEST
                            : phrase.words().length() > length) {
                        search.add(phrase.words(), new Sought(id, phrase, length));
                    }
                });
        Set<UUID> found = new HashSet<>();
        after.forEach(
                (part, text) -> {
                    if (hasChanged(part)) {
                        search.search(
                                text,
                                (sought, at) -> {
                                    int end = at + sought.phrase().words().length();
                                    if (!change(part).bringsBack(at, end)
                                            || !sought.isWhole(text, at)) {
                                        return false;
                                    }
                                    moved.put(sought.id(), sought.at(part, text, at));
                                    return found.add(sought.id());
                                });
                    }
                });
        lost.keySet().removeAll(found);
    }

    private Phrase phrase(Anchor anchor, Context context) {
        if (anchor.isOrphaned()) {
            return new Phrase(anchor.text(), 0, isOneWord(anchor), isOneWord(anchor));
        }
        String text = before.get(anchor.part());
        int from = Math.max(0, anchor.start() - (context.left ? CONTEXT : 0));
        int to = Math.min(text.length(), anchor.end() + (context.right ? CONTEXT : 0));
        return new Phrase(
                text.substring(from, to),
                anchor.start() - from,
                isOneWord(anchor) && Tokens.isBoundary(text, anchor.start()),
                isOneWord(anchor) && Tokens.isBoundary(text, anchor.end()));
    }

    /** Several are hardly a piece of others, and may have grown together with those beside. */
    private static boolean isOneWord(Anchor anchor) {
        return Tokens.words(anchor.text(), 0, anchor.text().length()).size() == 1;
    }

    private boolean hasChanged(String part) {
        return !before.getOrDefault(part, "").equals(after.getOrDefault(part, ""));
    }

    private PartChange change(String part) {
        return changes.computeIfAbsent(
                part,
                it ->
                        new PartChange(
                                it,
                                before.getOrDefault(it, ""),
                                after.getOrDefault(it, ""),
                                effort));
    }

    /** With which of the words around it something is looked for. */
    private enum Context {
        BOTH(true, true),
        RIGHT(false, true),
        LEFT(true, false),
        NONE(false, false);

        private final boolean left;
        private final boolean right;

        Context(boolean left, boolean right) {
            this.left = left;
            this.right = right;
        }
    }

    /**
     * Words with those around them.
     *
     * @param before how many characters stand before them
     * @param startsWhole whether they are one word, which begins where they do
     * @param endsWhole whether they are one word, which ends where they do
     */
    private record Phrase(String words, int before, boolean startsWhole, boolean endsWhole) {}

    private record Sought(UUID id, Phrase phrase, int length) {
        /** Whether they are no piece of other words where the phrase stands. */
        boolean isWhole(String text, int at) {
            int start = at + phrase.before();
            return (!phrase.startsWhole() || Tokens.isBoundary(text, start))
                    && (!phrase.endsWhole() || Tokens.isBoundary(text, start + length));
        }

        Anchor at(String part, String text, int at) {
            int start = at + phrase.before();
            return Anchor.of(part, text, start, start + length);
        }
    }
}
