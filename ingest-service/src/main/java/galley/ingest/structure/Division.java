package galley.ingest.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the texts in a post that were first published elsewhere. */
final class Division {
    private static final int HORIZON = 40;
    private static final int HEAD = 3;
    private static final int MAX_PIECES = 100;

    private final Clues clues;
    private final Leads leads;
    private final List<Piece> pieces = new ArrayList<>();

    private Division(Clues clues) {
        this.clues = clues;
        this.leads = new Leads(clues);
    }

    /** The texts, from the first to the last; none overlaps another. */
    static List<Piece> of(Clues clues) {
        var division = new Division(clues);
        division.followLeads();
        division.lookUnderHeadlines();
        division.lookBeforeClosings();
        if (division.pieces.isEmpty()) {
            division.lookForWireReports();
        }
        return division.oneAfterTheOther();
    }

    /** Credits that speak of the same texts, taken together; the first is at a block. */
    private record Lead(int first, Credit credit) {}

    private void followLeads() {
        var beginnings = new Beginnings(clues);
        var groups = groups();
        for (int i = 0; i < groups.size(); i++) {
            var lead = groups.get(i).credit();
            int limit = i + 1 < groups.size() ? groups.get(i + 1).first() : clues.size();
            addAll(beginnings.of(lead, limit), limit, List.of(lead));
        }
    }

    /** Credits that stand together, or before any text, speak of the same. */
    private List<Lead> groups() {
        var groups = new ArrayList<Lead>();
        for (var credit : leads.leading()) {
            var last = groups.isEmpty() ? null : groups.getLast();
            if (last != null && speakOfSame(last.credit(), credit)) {
                groups.set(groups.size() - 1, new Lead(last.first(), last.credit().with(credit)));
            } else {
                groups.add(new Lead(credit.block(), credit));
            }
        }
        return groups;
    }

    private boolean speakOfSame(Credit one, Credit next) {
        boolean waits = !one.launches() && !one.many();
        return clues.nextWithWords(one.block()) == next.block()
                || (waits && !textBegins(one.block(), next.block()));
    }

    private boolean textBegins(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (clues.block(i).isHeading() || clues.opensReport(i) || clues.isTurn(i)) {
                return true;
            }
        }
        return to - from > HORIZON;
    }

    private void addAll(List<Integer> starts, int limit, List<Credit> credits) {
        int count = Math.min(starts.size(), MAX_PIECES - pieces.size());
        for (int i = 0; i < count; i++) {
            int end = i + 1 < count ? starts.get(i + 1) : limit;
            pieces.add(new Piece(starts.get(i), end, end, credits, i, count));
        }
    }

    private void add(int first, int end, Credit credit) {
        if (pieces.size() < MAX_PIECES) {
            pieces.add(new Piece(first, end, end, List.of(credit), 0, 1));
        }
    }

    private void lookUnderHeadlines() {
        for (var credit : leads.underHeadlines()) {
            int headline = credit.block() - 1;
            while (!clues.block(headline).isHeading()) {
                headline--;
            }
            int index = indexOfPieceAt(credit.block());
            boolean isKnown =
                    index >= 0
                            && (pieces.get(index).siblings() > 1
                                    || pieces.get(index).first() >= headline - 1);
            if (isKnown) {
                pieces.set(index, pieces.get(index).with(credit));
            } else {
                add(headline, clues.size(), credit);
            }
        }
    }

    private void lookBeforeClosings() {
        int from = 0;
        for (var credit : leads.closing()) {
            int index = indexOfPieceAt(credit.block() - 1);
            if (index >= 0) {
                pieces.set(index, pieces.get(index).with(credit));
            } else {
                int start = markedOr(from, credit.block());
                boolean isLast = credit.block() == leads.closing().getLast().block();
                if (start < credit.block()) {
                    add(start, isLast ? clues.size() : credit.block() + 1, credit);
                }
            }
            from = credit.block() + 1;
        }
    }

    /**
     * Where a text begins that is credited after it: at a mark, else at once. Where there are
     * several, the first heading is a headline.
     */
    private int markedOr(int from, int limit) {
        boolean several = leads.closing().size() > 1;
        for (int i = from; i < limit && i < from + HORIZON; i++) {
            if (clues.block(i).isHeading()) {
                return several || clues.isHeadline(i) ? i : from;
            } else if (clues.opensReport(i)) {
                return i;
            }
        }
        return from;
    }

    /** Without any credit: what begins with an agency's dateline is the agency's. */
    private void lookForWireReports() {
        int first = clues.nextWithWords(-1);
        var starts = new ArrayList<Integer>();
        for (int i = first; i < clues.size(); i++) {
            boolean isUnderHeading = i > 0 && clues.block(i - 1).isHeading();
            if ((i == first || isUnderHeading) && isWireReport(i)) {
                starts.add(isUnderHeading ? i - 1 : i);
            }
        }
        addAll(starts, clues.size(), List.of());
    }

    private boolean isWireReport(int block) {
        var read = clues.dateline(block);
        return read != null && read.isCertain() && read.dateline().agency() != null;
    }

    /** Of those that hold a block the last, for it is the nearest. */
    private int indexOfPieceAt(int block) {
        int index = -1;
        for (int i = 0; i < pieces.size(); i++) {
            boolean isNearer = index < 0 || pieces.get(i).first() > pieces.get(index).first();
            if (pieces.get(i).holds(block) && isNearer) {
                index = i;
            }
        }
        return index;
    }

    private List<Piece> oneAfterTheOther() {
        pieces.sort(Comparator.comparingInt(Piece::first));
        var result = new ArrayList<Piece>();
        for (int i = 0; i < pieces.size(); i++) {
            int limit = i + 1 < pieces.size() ? pieces.get(i + 1).first() : clues.size();
            var piece = pieces.get(i);
            if (piece.first() < limit) {
                result.add(withClosingLines(piece.endingAt(Math.min(piece.end(), limit))));
            }
        }
        return result;
    }

    private Piece withClosingLines(Piece piece) {
        var bylines = new ArrayList<String>();
        for (int i = piece.first(); i < piece.end() && i < piece.first() + HEAD; i++) {
            if (clues.byline(i) != null) {
                bylines.add(clues.byline(i));
            }
        }
        var lines = new ClosingLines(clues, piece.credits(), bylines);
        int closing = piece.end();
        for (int i = piece.end() - 1; i > piece.first() && i > piece.end() - HORIZON; i--) {
            if (leads.closing().contains(clues.credit(i)) || lines.contain(i)) {
                closing = i;
            } else if (clues.block(i).hasWords() && !clues.block(i).isRule()) {
                break;
            }
        }
        return piece.closingAt(closing);
    }
}
