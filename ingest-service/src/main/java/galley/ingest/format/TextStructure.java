package galley.ingest.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.jboss.logging.Logger;

import galley.events.ItemProposal;
import galley.ingest.structure.Post;
import galley.ingest.structure.StructureReader;

/** Proposes how an item's text is built. */
public final class TextStructure {
    private static final Logger LOG = Logger.getLogger(TextStructure.class);

    private TextStructure() {}

    /**
     * The proposals for an item.
     *
     * @param headline plain text, or empty
     * @param body safe HTML, or empty
     * @param language a BCP 47 tag, or null
     * @param partial whether the body is only a teaser
     * @param published when the item was published, or null
     */
    public static List<ItemProposal> proposals(
            String headline, String body, String language, boolean partial, Instant published) {
        var day = published == null ? null : LocalDate.ofInstant(published, ZoneOffset.UTC);
        try {
            return StructureReader.read(new Post(headline, body, language, partial, day))
                    .proposals();
        } catch (RuntimeException e) {
            // An item whose structure can't be read is an item all the same.
            LOG.warnf(e, "The structure of \"%s\" can't be read", headline);
            return List.of();
        }
    }
}
