package galley.editorial.trail;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.article.Contents;
import galley.editorial.delivery.Receipt;
import galley.editorial.delivery.Receipts;
import galley.editorial.history.History;
import galley.editorial.history.HistoryView;
import galley.editorial.intake.KeptOrigins;
import galley.events.Provenance;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;

/**
 * Puts the history of an article and the receipts of its deliveries in the order of their times.
 */
@ApplicationScoped
class Trail {
    private static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private static final Comparator<Station> IN_TIME =
            Comparator.comparing((Station it) -> it.place().time())
                    .thenComparing(it -> it.place().id());

    private final History history;
    private final Contents contents;
    private final KeptOrigins keptOrigins;
    private final Receipts receipts;

    Trail(History history, Contents contents, KeptOrigins keptOrigins, Receipts receipts) {
        this.history = history;
        this.contents = contents;
        this.keptOrigins = keptOrigins;
        this.receipts = receipts;
    }

    /** A page of an article's stations, the first one first. */
    Page<TrailEntry> page(UUID article, PageRequest request) {
        Cursor after = request.after() == null ? START : request.after();
        int most = request.rowsToRead();
        List<Station> stations =
                Stream.concat(
                                history.inTime(article, after, most).stream()
                                        .map(entry -> station(article, entry)),
                                receipts.inTime(article, after, most).stream().map(Trail::station))
                        .sorted(IN_TIME)
                        .limit(most)
                        .toList();
        return Page.of(stations, request, Station::place, station -> station.entry().get());
    }

    private Station station(UUID article, HistoryView entry) {
        return new Station(
                History.placeInTime(entry), () -> TrailEntry.of(entry, origin(article, entry)));
    }

    private static Station station(Receipt receipt) {
        return new Station(
                new Cursor(receipt.view().at(), receipt.id()), () -> TrailEntry.of(receipt));
    }

    private Provenance origin(UUID article, HistoryView entry) {
        if (!TrailEntry.isFromSource(entry)) {
            return null;
        }
        return entry.revisionMade() == null
                ? keptOrigins.of(article, entry.at()).orElse(null)
                : contents.at(article, entry.revisionMade())
                        .map(Contents.Past::provenance)
                        .orElse(null);
    }

    /** What is on a page is made out only once the page is known. */
    private record Station(Cursor place, Supplier<TrailEntry> entry) {}
}
