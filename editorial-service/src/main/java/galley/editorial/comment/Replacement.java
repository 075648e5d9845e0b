package galley.editorial.comment;

import java.util.List;

import galley.editorial.comment.Alignment.Run;
import galley.editorial.content.Content;
import galley.kit.html.EditableText;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Puts other words in the place of an anchor's; the markup of those that stay is left alone. */
final class Replacement {
    private Replacement() {}

    /**
     * Insists that the words of an anchor can be replaced.
     *
     * @throws Problem 422
     */
    static void requirePossible(Content content, Anchor anchor) {
        if (!text(content, anchor).isWithinBlock(anchor.start(), anchor.end())) {
            throw Problems.unprocessable(
                    "anchor", "Words in more than one block or line are changed by editing them.");
        }
    }

    /**
     * The content with other words.
     *
     * @throws Problem 409 when the words are in more than one block by now, or not there
     */
    static Content apply(Content content, Anchor anchor, String words) {
        EditableText text = text(content, anchor);
        String old = anchor.text();
        boolean fits =
                text.text().startsWith(old, anchor.start())
                        && text.isWithinBlock(anchor.start(), anchor.end());
        if (!fits) {
            throw Problems.conflict(
                    "suggestion-outdated",
                    "The suggestion does not fit any more",
                    "The words are in more than one block by now.");
        }
        List<Run> kept = Alignment.of(old, words, new Effort());
        int oldEnd = old.length();
        int newEnd = words.length();
        for (Run run : kept.reversed()) {
            replace(text, anchor, run.oldEnd(), oldEnd, words.substring(run.newEnd(), newEnd));
            oldEnd = run.old();
            newEnd = run.now();
        }
        replace(text, anchor, 0, oldEnd, words.substring(0, newEnd));
        return PartTexts.withBody(content, anchor.part(), text.html());
    }

    private static void replace(EditableText text, Anchor anchor, int from, int to, String words) {
        if (from < to || !words.isEmpty()) {
            text.replace(anchor.start() + from, anchor.start() + to, words);
        }
    }

    private static EditableText text(Content content, Anchor anchor) {
        return EditableText.of(PartTexts.body(content, anchor.part()).orElseThrow());
    }
}
