package galley.ingest.structure;

import java.util.ArrayList;
import java.util.List;

/** Reads links to what belongs to a text: "The second part can be read here." */
final class SisterPieces {
    private static final double CONFIDENCE = 0.85;

    private SisterPieces() {}

    static List<Claim> in(Block block, Vocabulary vocabulary) {
        var claims = new ArrayList<Claim>();
        if (block.inline().spans().isEmpty()) {
            return claims;
        }
        var slots = new Slots(vocabulary, false, null);
        for (var sentence : block.sentences()) {
            if (!TeaserBreak.isInvitation(sentence, vocabulary, slots)) {
                vocabulary.find("related", sentence, slots).stream()
                        .flatMap(match -> match.found().stream())
                        .filter(found -> found.slot().equals("link"))
                        .map(found -> found.values().getFirst())
                        .filter(address -> address.startsWith("http"))
                        .map(it -> new Claim("related", it, sentence.text(), CONFIDENCE))
                        .forEach(claims::add);
            }
        }
        return claims;
    }
}
