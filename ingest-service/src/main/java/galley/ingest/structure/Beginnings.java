package galley.ingest.structure;

import java.util.ArrayList;
import java.util.List;

/** Finds where the texts begin that a credit before them speaks of. */
final class Beginnings {
    /** Farther from a credit than this no mark is taken for the beginning of its text. */
    private static final int HORIZON = 40;

    private static final int NEAR = 3;
    private static final int DEEPEST = 9;

    private final Clues clues;

    Beginnings(Clues clues) {
        this.clues = clues;
    }

    /** The first blocks of the texts, which are before a limit; none where nothing follows. */
    List<Integer> of(Credit lead, int limit) {
        if (lead.many()) {
            return several(lead, limit);
        }
        int start = single(lead, limit);
        return start < limit ? List.of(start) : List.of();
    }

    private int single(Credit lead, int limit) {
        int after = afterRules(lead.block() + 1, limit);
        var voice = new Voice(clues, lead.claims());
        int voiced = voice.lastBlock(lead.block(), limit, false);
        int marked = marked(lead, voiced, limit);
        if (!lead.launches()) {
            return marked >= 0 ? marked : afterRules(voiced + 1, limit);
        }
        boolean goesOn = marked >= 0 && marked - after <= NEAR && voiced >= marked - 1;
        return goesOn ? marked : afterRules(voice.lastBlock(lead.block(), limit, true) + 1, limit);
    }

    /** Where a headline, a byline, a dateline or a rule says that the text begins; else -1. */
    private int marked(Credit lead, int voiced, int limit) {
        for (int i = lead.block() + 1; i < limit && i <= lead.block() + HORIZON; i++) {
            if (clues.block(i).isRule()) {
                return afterRules(i, limit);
            } else if (clues.block(i).isHeading()) {
                boolean isHeadline =
                        clues.isHeadline(i)
                                || voiced >= i - 2
                                || i - lead.block() <= NEAR
                                || isAboveNext(i, limit);
                return isHeadline ? i : -1;
            } else if (clues.opensReport(i)) {
                return i;
            } else if (clues.isTurn(i)) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isAboveNext(int heading, int limit) {
        for (int i = heading + 1; i < limit && i < heading + HORIZON; i++) {
            if (clues.block(i).isHeading()) {
                return clues.block(heading).headingLevel() < clues.block(i).headingLevel();
            }
        }
        return false;
    }

    private int afterRules(int from, int limit) {
        int at = from;
        while (at < limit && clues.block(at).isRule()) {
            at++;
        }
        return at;
    }

    private List<Integer> several(Credit lead, int limit) {
        int after = afterRules(lead.block() + 1, limit);
        var starts = headlines(lead, after, limit);
        if (starts.isEmpty()) {
            starts = breaks(after, limit);
        }
        boolean firstHasNone = starts.size() == 1 && starts.getFirst() - after > NEAR;
        if ((starts.isEmpty() || firstHasNone) && after < limit) {
            starts.addFirst(after);
        }
        return starts;
    }

    /** The highest headings; or those that are surely headlines, if there are as many as texts. */
    private List<Integer> headlines(Credit lead, int from, int limit) {
        var headings = new ArrayList<Integer>();
        int highest = DEEPEST;
        for (int i = from; i < limit; i++) {
            int level = clues.block(i).headingLevel();
            if (level > 0 && level < highest) {
                headings.clear();
                highest = level;
            }
            if (level == highest) {
                headings.add(i);
            }
        }
        var certain = headings.stream().filter(clues::isHeadline).toList();
        int publishers = lead.claims(Claim.PUBLISHER).size();
        return certain.size() > 1 && certain.size() == publishers
                ? new ArrayList<>(certain)
                : headings;
    }

    /** Texts without headlines are kept apart by rules, or begin with datelines. */
    private List<Integer> breaks(int from, int limit) {
        var afterRules = new ArrayList<Integer>();
        var reports = new ArrayList<Integer>();
        for (int i = from; i < limit; i++) {
            if (i > from && clues.block(i - 1).isRule() && !clues.block(i).isRule()) {
                afterRules.add(i);
            }
            if (clues.opensReport(i)) {
                reports.add(i);
            }
        }
        if (!afterRules.isEmpty()) {
            afterRules.addFirst(from);
            return afterRules;
        }
        return reports;
    }
}
