package galley.editorial.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.difflib.patch.AbstractDelta;

import galley.editorial.content.Tokens;

/**
 * Compares two texts word by word; tags of HTML count as words. Long texts are compared block by
 * block first, and word by word where blocks differ. What would take too much {@link Effort} is
 * shown as deleted and inserted whole, so that the worst pair of texts is answered soon.
 */
final class TextDiff {
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    private static final Pattern BLOCKS =
            Pattern.compile(
                    ".*?(?:</(?:p|h[2-6]|li|blockquote|figure|table|tr|pre)>|\\n|\\z)",
                    Pattern.DOTALL);

    private final List<Run> runs = new ArrayList<>();
    private final Effort effort;

    private TextDiff(Effort effort) {
        this.effort = effort;
    }

    /** The runs of two texts; null counts as an empty text. */
    static List<Run> of(String before, String after, Effort effort) {
        var diff = new TextDiff(effort);
        diff.compareBlocks(blocks(before), blocks(after));
        return List.copyOf(diff.runs);
    }

    private static List<String> blocks(String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : BLOCKS.matcher(text)
                        .results()
                        .map(it -> it.group())
                        .filter(it -> !it.isEmpty())
                        .toList();
    }

    private void compareBlocks(List<String> before, List<String> after) {
        compare(
                before,
                after,
                (old, now) ->
                        compare(
                                tokens(String.join("", old)),
                                tokens(String.join("", now)),
                                this::replace));
    }

    private static List<String> tokens(String html) {
        List<String> tokens = new ArrayList<>();
        Matcher tag = TAG.matcher(html);
        int behind = 0;
        while (tag.find()) {
            int before = tag.start();
            tokens.addAll(Tokens.words(html, behind, before));
            tokens.add(tag.group());
            behind = tag.end();
        }
        tokens.addAll(Tokens.words(html, behind, html.length()));
        return tokens;
    }

    /** Walks through what is equal and hands on what is not. */
    private void compare(List<String> before, List<String> after, Differing differing) {
        int start = common(before, after, false, 0);
        int end = common(before, after, true, start);
        List<String> old = before.subList(start, before.size() - end);
        List<String> now = after.subList(start, after.size() - end);
        add(Run.Op.EQUAL, before.subList(0, start));
        if (old.isEmpty() || now.isEmpty()) {
            differing.handle(old, now);
        } else {
            effort.differences(old, now)
                    .ifPresentOrElse(
                            deltas -> walk(old, deltas, differing),
                            () -> differing.handle(old, now));
        }
        add(Run.Op.EQUAL, before.subList(before.size() - end, before.size()));
    }

    private void walk(
            List<String> before, List<AbstractDelta<String>> deltas, Differing differing) {
        int done = 0;
        for (AbstractDelta<String> delta : deltas) {
            add(Run.Op.EQUAL, before.subList(done, delta.getSource().getPosition()));
            differing.handle(delta.getSource().getLines(), delta.getTarget().getLines());
            done = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(Run.Op.EQUAL, before.subList(done, before.size()));
    }

    private static int common(List<String> one, List<String> other, boolean fromEnd, int taken) {
        int most = Math.min(one.size(), other.size()) - taken;
        int common = 0;
        while (common < most && at(one, common, fromEnd).equals(at(other, common, fromEnd))) {
            common++;
        }
        return common;
    }

    private static String at(List<String> list, int index, boolean fromEnd) {
        return list.get(fromEnd ? list.size() - 1 - index : index);
    }

    private void replace(List<String> old, List<String> now) {
        add(Run.Op.DELETE, old);
        add(Run.Op.INSERT, now);
    }

    /** Runs of one kind that follow each other are one. */
    private void add(Run.Op op, List<String> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        String text = String.join("", tokens);
        if (!runs.isEmpty() && runs.getLast().op() == op) {
            text = runs.removeLast().text() + text;
        }
        runs.add(new Run(op, text));
    }

    /** What is done with a place where two texts differ. */
    private interface Differing {
        void handle(List<String> old, List<String> now);
    }
}
