package galley.ingest.structure;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells whether a block after a credit still speaks about the text, as editors do. */
final class Voice {
    private static final Set<String> NAMES = Set.of(Claim.AUTHOR, Claim.PERSON, Claim.PUBLISHER);
    private static final int SHORTEST_NAME = 3;

    private final Clues clues;
    private final Set<String> names;

    /**
     * @param claims what is said of the text: editors name its author and its publisher
     */
    Voice(Clues clues, List<Claim> claims) {
        this.clues = clues;
        this.names =
                claims.stream()
                        .filter(claim -> NAMES.contains(claim.what()))
                        .flatMap(claim -> Token.of(claim.value()).stream())
                        .filter(Token::isCapitalised)
                        .map(Token::lower)
                        .filter(word -> word.length() >= SHORTEST_NAME)
                        .filter(word -> !clues.vocabulary().has("before-names", word))
                        .collect(Collectors.toSet());
    }

    /**
     * The last block of those from here on in which editors speak; one may be unclear.
     *
     * @param certainly whether it takes more than a name to tell so
     */
    int lastBlock(int from, int limit, boolean certainly) {
        int last = from;
        int lastCertain = from;
        boolean quotes = !certainly && clues.block(from).text().endsWith(":");
        for (int i = from + 1; i < limit && i <= last + 2; i++) {
            var block = clues.block(i);
            if (clues.isTurn(i) || block.isHeading() || block.isRule()) {
                break;
            }
            boolean isCertain = (quotes && i == last + 1) || has("voice", block);
            if (isCertain || perhapsSpeaks(block)) {
                last = i;
                lastCertain = isCertain ? i : lastCertain;
                quotes = block.text().endsWith(":");
            }
        }
        return certainly ? lastCertain : last;
    }

    private boolean perhapsSpeaks(Block block) {
        return block.isQuotation()
                || clues.recurs(block)
                || has("perhaps-voice", block)
                || block.sentences().stream().anyMatch(this::namesSomebody);
    }

    private boolean has(String phrases, Block block) {
        var slots = new Slots(clues.vocabulary(), false, null);
        return block.sentences().stream()
                .anyMatch(it -> !clues.vocabulary().find(phrases, it, slots).isEmpty());
    }

    private boolean namesSomebody(Sentence sentence) {
        return sentence.tokens().stream()
                .anyMatch(
                        token ->
                                names.contains(
                                        token.isPossessive()
                                                ? token.lower()
                                                        .substring(0, token.lower().length() - 2)
                                                : token.lower()));
    }
}
