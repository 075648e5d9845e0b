package galley.ingest.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import galley.ingest.structure.Credit.Direction;

/**
 * Sorts the credits of a post by where they stand: before the text that they speak of, under its
 * headline, or after it.
 */
final class Leads {
    private static final int BEGINNING = 3;
    private static final int MAX_CLOSING_LINES = 2;

    private final Clues clues;
    private final List<Credit> leading = new ArrayList<>();
    private final List<Credit> underHeadlines = new ArrayList<>();
    private final List<Credit> closing = new ArrayList<>();

    Leads(Clues clues) {
        this.clues = clues;
        var others = new ArrayList<Credit>();
        for (var credit : clues.credits()) {
            if (!credit.isFirm() && !credit.standsAlone() && !isBeforeHeading(credit)) {
                continue; // it speaks of another text
            }
            if (credit.direction() == Direction.BELOW) {
                leading.add(credit);
            } else if (isUnderHeadline(credit)) {
                underHeadlines.add(credit);
            } else if (credit.direction() == Direction.ABOVE || endsPost(credit)) {
                closing.add(credit);
            } else {
                others.add(credit);
            }
        }
        for (var credit : others) {
            // where the last text is credited after it, so are those before
            if (!closing.isEmpty() && credit.standsAlone() && endsSection(credit)) {
                closing.add(credit);
            } else if (credit.standsAlone()
                    || isBeforeHeading(credit)
                    || credit.block() < BEGINNING) {
                leading.add(credit);
            }
        }
        leading.sort(Comparator.comparingInt(Credit::block));
        closing.sort(Comparator.comparingInt(Credit::block));
    }

    List<Credit> leading() {
        return leading;
    }

    List<Credit> underHeadlines() {
        return underHeadlines;
    }

    List<Credit> closing() {
        return closing;
    }

    private boolean isUnderHeadline(Credit credit) {
        int before = credit.block() - 1;
        if (clues.byline(before) != null) {
            before--;
        }
        int next = clues.nextWithWords(credit.block());
        return before >= 0
                && clues.block(before).isHeading()
                && next < clues.size()
                && !clues.block(next).isHeading();
    }

    /** Whether nothing follows but a line or two on author and publisher. */
    private boolean endsPost(Credit credit) {
        var lines = new ClosingLines(clues, List.of(credit), List.of());
        int next = clues.nextWithWords(credit.block());
        for (int i = 0; i < MAX_CLOSING_LINES && next < clues.size() && lines.contain(next); i++) {
            next = clues.nextWithWords(next);
        }
        return credit.block() > 0 && next == clues.size();
    }

    private boolean isBeforeHeading(Credit credit) {
        return credit.launches() && endsSection(credit);
    }

    private boolean endsSection(Credit credit) {
        int next = clues.nextWithWords(credit.block());
        return next < clues.size() && clues.block(next).isHeading();
    }
}
