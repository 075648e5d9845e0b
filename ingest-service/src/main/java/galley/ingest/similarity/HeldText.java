package galley.ingest.similarity;

import java.util.Set;

/**
 * A text that is about to come in, whose bands are held.
 *
 * @param isUnlikeAny whether no text that is there shares a band with it
 */
public record HeldText(Signature signature, boolean isUnlikeAny) {

    static HeldText of(Signature signature, Set<Integer> known) {
        return new HeldText(signature, signature.bands().stream().noneMatch(known::contains));
    }
}
