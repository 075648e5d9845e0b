package galley.ingest.run;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import galley.ingest.clock.DatabaseClock;
import galley.ingest.format.Entry;
import galley.ingest.format.ReadItem;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableEntry;
import galley.ingest.item.Item;
import galley.ingest.item.Items;
import galley.ingest.source.Source;
import galley.kit.http.FetchException;
import galley.kit.problem.Problem;

/** Shows what a fetch would bring, without bringing it. */
@ApplicationScoped
class DryRun {
    private final SourceReader reader;
    private final Items items;
    private final DatabaseClock clock;

    DryRun(SourceReader reader, Items items, DatabaseClock clock) {
        this.reader = reader;
        this.items = items;
        this.clock = clock;
    }

    /**
     * What an address would bring as a source.
     *
     * @param known the source that it is of, if that is registered
     * @throws Problem as a fetch by hand answers it when nothing could be fetched or read
     */
    DryRunAnswer of(URI address, String format, Optional<Source> known) {
        try {
            // Without validators: what is here already is to be seen as well.
            return switch (reader.look(address, format, null, null)) {
                case Seen.Document it ->
                        DryRunAnswer.of(
                                it.answer().movedTo() == null
                                        ? it.answer().address()
                                        : it.answer().movedTo(),
                                it.reading(),
                                entries(it.reading(), known));
                case Seen.Unreadable it -> throw FetchFailure.UNREADABLE.problem(it.reason());
                case Seen.Refusal it -> throw FetchFailure.STATUS.problem(it.sentence());
                case Seen.Nothing it -> throw new IllegalStateException("nothing was known");
            };
        } catch (FetchException e) {
            throw FetchFailure.of(e).problem(e.getMessage());
        }
    }

    private List<DryRunAnswer.Each> entries(Reading reading, Optional<Source> source) {
        var known = source.map(it -> items.known(it, reading.entries()));
        return reading.entries().stream()
                .map(entry -> entry(entry, known.map(it -> it.get(entry.identity()))))
                .toList();
    }

    private DryRunAnswer.Each entry(Entry entry, Optional<Item> known) {
        return switch (entry) {
            case ReadItem item ->
                    DryRunAnswer.Each.of(item, items.outcome(item, known, clock.now()));
            case UnreadableEntry failure -> DryRunAnswer.Each.of(failure);
        };
    }
}
