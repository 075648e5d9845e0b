package galley.ingest.run;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import galley.events.ItemContent;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableEntry;
import galley.ingest.item.Taken.Outcome;
import galley.ingest.routing.RoutingDecision;

/**
 * What a fetch would bring.
 *
 * @param address where the document is, after all redirects; a page's feed
 * @param format as which the document was read
 */
record DryRunAnswer(String address, String format, List<Each> entries) {

    /**
     * What an entry would be.
     *
     * @param position its number in the document, from 1
     * @param outcome {@code new}, {@code updated}, {@code unchanged} or {@code quarantined}
     * @param reason why it would be quarantined, or null
     * @param article what was read, or null
     * @param routing what rules would decide, and why; null where none would apply
     */
    record Each(
            int position,
            String outcome,
            String reason,
            ItemContent article,
            RoutingDecision routing) {

        static Each of(
                int position, ItemContent article, Outcome outcome, RoutingDecision routing) {
            var name = outcome.name().toLowerCase(Locale.ROOT);
            return new Each(position, name, null, article, routing);
        }

        static Each of(UnreadableEntry failure) {
            return new Each(failure.position(), "quarantined", failure.reason(), null, null);
        }
    }

    static DryRunAnswer of(URI address, Reading reading, List<Each> entries) {
        return new DryRunAnswer(address.toString(), reading.format(), entries);
    }
}
