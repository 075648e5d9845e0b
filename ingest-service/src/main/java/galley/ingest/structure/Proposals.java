package galley.ingest.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import galley.events.ItemProposal;
import galley.events.Kind;
import galley.events.WireName;
import galley.ingest.structure.Turns.Turn;

/** Writes down what was found as proposals, and no more of them than an editor would read. */
final class Proposals {
    private static final int MAX_OF_A_FIELD = 100;
    private static final int MAX_LENGTH_OF_ALL = 40_000;
    private static final int MAX_VALUE = 500;
    private static final int MAX_EVIDENCE = 200;

    private final Clues clues;
    private final List<PartRange> parts;
    private final List<ItemProposal> proposals = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int length;

    private Proposals(Clues clues, List<PartRange> parts) {
        this.clues = clues;
        this.parts = parts;
    }

    /**
     * The proposals.
     *
     * @param kind null where no words tell
     */
    static List<ItemProposal> of(
            Clues clues, List<Piece> pieces, List<PartRange> parts, KindOfPost kind) {
        var it = new Proposals(clues, parts);
        if (kind != null) {
            var value = WireName.of(kind.kind());
            it.add(null, new Claim("kind", value, kind.evidence(), kind.confidence()));
        }
        if (!pieces.isEmpty() || parts.size() > 1) {
            it.addParts(pieces);
        }
        if (kind != null && kind.kind() == Kind.INTERVIEW) {
            clues.turns().forEach(it::addTurn);
        }
        for (int part = 0; part < parts.size(); part++) {
            it.addDetails(part, kind != null && kind.kind() == Kind.VIDEO);
        }
        it.addTeaserBreak();
        return it.proposals;
    }

    private void addParts(List<Piece> pieces) {
        for (int part = 0; part < parts.size(); part++) {
            var range = parts.get(part);
            add(part, new Claim("part", range.toString(), firstWords(range), 0.9));
        }
        var attributions = new Attributions(clues);
        for (var piece : pieces) {
            int part = partOf(piece.first());
            attributions.of(piece).forEach(claim -> add(part, claim));
        }
    }

    /** Of a part that has no words, such as a recording, null. */
    private String firstWords(PartRange range) {
        return clues.blocks().subList(range.first(), range.last() + 1).stream()
                .filter(Block::hasWords)
                .map(Block::text)
                .findFirst()
                .orElse(null);
    }

    private void addTurn(Turn turn) {
        var sort = turn.isQuestion() ? "question" : "answer";
        var value = "%s:%d:%s".formatted(sort, turn.block(), turn.speaker());
        add(partOf(turn.block()), new Claim("turn", value, turn.evidence(), 0.9));
    }

    private void addDetails(int part, boolean isVideo) {
        var range = parts.get(part);
        var vocabulary = clues.vocabulary();
        var marks = new EditorsMarks(vocabulary);
        var biographies = new Biographies(vocabulary);
        for (var block : clues.blocks().subList(range.first(), range.last() + 1)) {
            addAll(part, Recordings.in(block));
            addAll(part, SisterPieces.in(block, vocabulary));
            if (range.type() == PartType.REPRINT) {
                addAll(part, marks.in(block));
            }
            if (range.type() == PartType.ORIGINAL && part > 0) {
                addAll(part, isVideo ? Recordings.linkedFrom(block) : biographies.in(block));
            }
        }
        if (range.type() == PartType.PEOPLE) {
            var list = new People(vocabulary).listAt(clues.blocks(), range.first());
            addAll(part, list.people());
        }
    }

    private void addTeaserBreak() {
        var found = TeaserBreak.in(clues);
        if (found != null) {
            int part = partOf(found.before());
            int shown = found.before() + 1 - parts.get(part).first();
            add(part, new Claim("teaserBreak", String.valueOf(shown), found.line(), 0.9));
        }
    }

    private int partOf(int block) {
        for (int part = 0; part < parts.size(); part++) {
            if (parts.get(part).holds(block)) {
                return part;
            }
        }
        throw new IllegalArgumentException("no part holds block " + block);
    }

    private void addAll(int part, List<Claim> claims) {
        claims.forEach(claim -> add(part, claim));
    }

    private void add(Integer part, Claim claim) {
        var evidence = Excerpt.of(claim.evidence(), MAX_EVIDENCE);
        int longer = length + claim.value().length() + (evidence == null ? 0 : evidence.length());
        boolean fits =
                claim.value().length() <= MAX_VALUE
                        && longer <= MAX_LENGTH_OF_ALL
                        && counts.merge(claim.what(), 1, Integer::sum) <= MAX_OF_A_FIELD;
        if (fits) {
            length = longer;
            proposals.add(
                    new ItemProposal(
                            claim.what(), part, claim.value(), evidence, claim.confidence()));
        }
    }
}
