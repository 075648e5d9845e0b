package galley.ingest.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import galley.events.ItemContent;
import galley.ingest.clock.DatabaseClock;
import galley.ingest.format.Entry;
import galley.ingest.format.ReadItem;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableEntry;
import galley.ingest.item.Item;
import galley.ingest.item.Items;
import galley.ingest.item.TextReading;
import galley.ingest.routing.Router;
import galley.ingest.routing.RoutingDecision;
import galley.ingest.secret.SealedException;
import galley.ingest.source.Source;
import galley.kit.http.FetchException;
import galley.kit.problem.Problem;

/** Shows what a fetch would bring, without bringing it. */
@ApplicationScoped
class DryRun {
    private final SourceReader reader;
    private final Targets targets;
    private final Items items;
    private final Router router;
    private final DatabaseClock clock;

    DryRun(SourceReader reader, Targets targets, Items items, Router router, DatabaseClock clock) {
        this.router = router;
        this.targets = targets;
        this.reader = reader;
        this.items = items;
        this.clock = clock;
    }

    /** What a source would bring now. */
    DryRunAnswer of(Source source) {
        try {
            return of(targets.open(source), Optional.of(source));
        } catch (SealedException e) {
            throw FetchFailure.CREDENTIALS.problem(e.getMessage());
        }
    }

    /**
     * What an address would bring as a source.
     *
     * @param known the source that it is of, if that is registered
     * @throws Problem as a fetch by hand answers it when nothing could be fetched or read
     */
    DryRunAnswer of(Target target, Optional<Source> known) {
        try {
            // Without validators: what is here already is to be seen as well.
            return switch (reader.look(target.afresh())) {
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
        var now = clock.now();
        var known = source.map(it -> items.known(it, reading.entries()));
        var routing = source.map(it -> router.preview(it, now));
        return reading.entries().stream()
                .map(entry -> entry(entry, known.map(it -> it.get(entry.identity())), routing, now))
                .toList();
    }

    private DryRunAnswer.Each entry(
            Entry entry,
            Optional<Item> known,
            Optional<Function<ItemContent, Optional<RoutingDecision>>> routing,
            Instant now) {
        return switch (entry) {
            case ReadItem item -> {
                var content = TextReading.of(item.content());
                yield DryRunAnswer.Each.of(
                        item.position(),
                        content,
                        items.outcome(item, known, now),
                        routing.flatMap(decides -> decides.apply(content)).orElse(null));
            }
            case UnreadableEntry failure -> DryRunAnswer.Each.of(failure);
        };
    }
}
