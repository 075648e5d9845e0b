package galley.ingest.structure;

import java.util.List;

import galley.events.Kind;

/**
 * What sort of piece a post is, as its words say.
 *
 * @param evidence the words
 */
record KindOfPost(Kind kind, String evidence, double confidence) {

    /**
     * The kind of a post.
     *
     * @param recording the words that present a recording, or null
     * @return null where no words tell
     */
    static KindOfPost of(Clues clues, List<Piece> pieces, String recording, boolean partial) {
        if (recording != null) {
            return new KindOfPost(Kind.VIDEO, recording, 0.8);
        }
        if (!clues.turns().isEmpty() && pieces.size() < 2) {
            return new KindOfPost(Kind.INTERVIEW, clues.turns().getFirst().evidence(), 0.9);
        }
        if (pieces.isEmpty()) {
            return null;
        }
        var credits = pieces.stream().flatMap(piece -> piece.credits().stream()).toList();
        if (pieces.size() > 1 || (partial && credits.stream().anyMatch(Credit::many))) {
            return new KindOfPost(Kind.ROUND_UP, evidence(clues, pieces), 0.9);
        }
        return credits.stream()
                .filter(credit -> kind(credit) != Kind.REPRINT)
                .findFirst()
                .map(credit -> new KindOfPost(kind(credit), credit.evidence(), 0.8))
                .orElseGet(() -> new KindOfPost(Kind.REPRINT, evidence(clues, pieces), 0.9));
    }

    private static Kind kind(Credit credit) {
        return switch (credit.text()) {
            case INTERVIEW -> Kind.INTERVIEW;
            case DOCUMENT -> Kind.STATEMENT;
            // what somebody said where the publication was
            case SPEECH -> credit.claimsAnyOf(Claim.PUBLISHER) ? Kind.REPRINT : Kind.REPORT;
            case ARTICLE, VIDEO -> Kind.REPRINT;
        };
    }

    private static String evidence(Clues clues, List<Piece> pieces) {
        var first = pieces.getFirst();
        return first.credits().isEmpty()
                ? clues.block(first.first()).text()
                : first.credits().getFirst().evidence();
    }
}
