package galley.ingest.similarity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the text that an item says now stands among those of other sources.
 *
 * @param signature the text's, if it takes part
 * @param before what the item said before, if it took part
 * @param since when the item began to say this, or null: only now
 * @param original the article of the item that said it first, in another source; or null when this
 *     one did
 */
public record Standing(
        Optional<Signature> signature, Optional<KnownText> before, Instant since, UUID original) {

    /** Of a text that was never signed, though an item says it already. */
    public static Standing unsigned(Optional<Signature> signature, Instant since) {
        return new Standing(signature, Optional.empty(), since, null);
    }
}
