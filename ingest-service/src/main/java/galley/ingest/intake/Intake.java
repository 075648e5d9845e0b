package galley.ingest.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.micrometer.core.instrument.MeterRegistry;

import galley.ingest.document.Documents;
import galley.ingest.format.Entry;
import galley.ingest.format.RawDocument;
import galley.ingest.format.ReadItem;
import galley.ingest.format.Reading;
import galley.ingest.format.Sha256;
import galley.ingest.format.UnreadableEntry;
import galley.ingest.item.ArticleTooLargeException;
import galley.ingest.item.Delivery;
import galley.ingest.item.Item;
import galley.ingest.item.ItemWriter;
import galley.ingest.item.Items;
import galley.ingest.similarity.HeldText;
import galley.ingest.similarity.Similarity;
import galley.ingest.source.Source;
import galley.messaging.Lane;

/**
 * Takes what was read of a document into the store, in the caller's transaction, which must hold
 * the source. The document itself is kept if it brings anything.
 */
@ApplicationScoped
public class Intake {
    private final Items items;
    private final ItemWriter writer;
    private final Documents documents;
    private final Quarantine quarantine;
    private final Similarity similarity;
    private final MeterRegistry metrics;

    Intake(
            Items items,
            ItemWriter writer,
            Documents documents,
            Quarantine quarantine,
            Similarity similarity,
            MeterRegistry metrics) {
        this.metrics = metrics;
        this.items = items;
        this.writer = writer;
        this.documents = documents;
        this.quarantine = quarantine;
        this.similarity = similarity;
    }

    /**
     * Takes in the entries of a document that was read.
     *
     * @param lane how urgently they are handed on
     */
    @Transactional(TxType.MANDATORY)
    public Counts take(
            Source source, RawDocument document, Reading reading, Instant now, Lane lane) {
        return take(source, document, reading, now, lane, similarity::hold);
    }

    /**
     * Takes in one of several documents of a transaction.
     *
     * @param texts those of the entries of them all, {@linkplain Similarity#hold held} at once
     */
    @Transactional(TxType.MANDATORY)
    public Counts take(
            Source source,
            RawDocument document,
            Reading reading,
            Instant now,
            Lane lane,
            Map<ReadItem, HeldText> texts) {
        return take(source, document, reading, now, lane, _ -> texts);
    }

    private Counts take(
            Source source,
            RawDocument document,
            Reading reading,
            Instant now,
            Lane lane,
            Function<List<ReadItem>, Map<ReadItem, HeldText>> sign) {
        var identities = reading.entries().stream().map(Entry::identity).distinct().toList();
        var taking =
                new Taking(
                        document,
                        new Delivery(
                                source, Sha256.of(document.bytes()), reading.format(), now, lane),
                        items.known(source, reading.entries()),
                        new HashMap<>(quarantine.waiting(source.id(), identities)),
                        quarantine.discarded(source.id(), identities));
        var news = reading.entries().stream().filter(taking::isNews).toList();
        if (!news.isEmpty()) {
            documents.keep(document.bytes(), document.contentType(), now);
        }
        var texts =
                sign.apply(
                        news.stream()
                                .filter(ReadItem.class::isInstance)
                                .map(ReadItem.class::cast)
                                .toList());
        var counts = Counts.NONE;
        for (var entry : reading.entries()) {
            counts =
                    switch (entry) {
                        case ReadItem item -> take(item, texts, taking, counts);
                        case UnreadableEntry failure -> quarantine(failure, taking, counts);
                    };
        }
        count(counts);
        return counts;
    }

    /** Keeps a document of which nothing could be read. */
    @Transactional(TxType.MANDATORY)
    public Counts keepUnreadable(Source source, RawDocument document, String reason, Instant now) {
        return keepUnreadable(source, document, null, reason, now);
    }

    /**
     * Keeps a document of which nothing could be read.
     *
     * @param format in which it was to be read, whatever its source says; or null
     */
    @Transactional(TxType.MANDATORY)
    public Counts keepUnreadable(
            Source source, RawDocument document, String format, String reason, Instant now) {
        var sha256 = documents.keep(document.bytes(), document.contentType(), now);
        var identity = "document:" + sha256;
        var identities = List.of(identity);
        var discarded = quarantine.discarded(source.id(), identities);
        if (!discarded.isEmpty()) {
            discarded.getFirst().seen(now);
            return quarantinedOne();
        }
        var known = quarantine.waiting(source.id(), identities).get(identity);
        var entry = known != null ? known : new Quarantined(source.id(), identity, now);
        entry.came(sha256, document.address(), format, null, sha256, reason);
        entry.seen(now);
        quarantine.persist(entry);
        return quarantinedOne();
    }

    private Counts quarantinedOne() {
        var counts = Counts.NONE.plusQuarantined();
        count(counts);
        return counts;
    }

    private void count(Counts counts) {
        metrics.counter("galley.items", "outcome", "new").increment(counts.added());
        metrics.counter("galley.items", "outcome", "updated").increment(counts.updated());
        metrics.counter("galley.items", "outcome", "unchanged").increment(counts.unchanged());
        metrics.counter("galley.items", "outcome", "quarantined").increment(counts.quarantined());
    }

    private Counts take(
            ReadItem entry, Map<ReadItem, HeldText> texts, Taking taking, Counts counts) {
        try {
            var known = Optional.ofNullable(taking.known().get(entry.identity()));
            var text = Optional.ofNullable(texts.get(entry));
            var taken = writer.take(entry, text, taking.delivery(), known);
            taking.known().put(entry.identity(), taken.item());
            Optional.ofNullable(taking.waiting().get(entry.identity()))
                    .ifPresent(waiting -> waiting.resolve(taking.delivery().receivedAt()));
            return switch (taken.outcome()) {
                case NEW -> counts.plusAdded();
                case UPDATED -> counts.plusUpdated();
                case UNCHANGED -> counts.plusUnchanged();
            };
        } catch (ArticleTooLargeException e) {
            var failure =
                    new UnreadableEntry(
                            entry.position(),
                            entry.identity(),
                            entry.contentHash(),
                            e.getMessage());
            return quarantine(failure, taking, counts);
        }
    }

    private Counts quarantine(UnreadableEntry failure, Taking taking, Counts counts) {
        var delivery = taking.delivery();
        var discarded = taking.discarded(failure);
        if (discarded.isPresent()) {
            discarded.get().seen(delivery.receivedAt());
            return counts.plusQuarantined();
        }
        var entry =
                taking.waiting()
                        .computeIfAbsent(
                                failure.identity(),
                                identity ->
                                        new Quarantined(
                                                delivery.source().id(),
                                                identity,
                                                delivery.receivedAt()));
        if (!entry.isSame(failure.contentHash(), failure.reason())) {
            entry.came(
                    delivery.sha256(),
                    taking.document().address(),
                    delivery.format(),
                    failure.position(),
                    failure.contentHash(),
                    failure.reason());
        }
        entry.seen(delivery.receivedAt());
        quarantine.persist(entry);
        return counts.plusQuarantined();
    }

    /** What one document's entries have in common. */
    private record Taking(
            RawDocument document,
            Delivery delivery,
            Map<String, Item> known,
            Map<String, Quarantined> waiting,
            List<Quarantined> allDiscarded) {

        /** The same as it came before, when somebody discarded it. */
        Optional<Quarantined> discarded(UnreadableEntry failure) {
            return allDiscarded.stream()
                    .filter(entry -> entry.identity.equals(failure.identity()))
                    .filter(entry -> entry.contentHash.equals(failure.contentHash()))
                    .findFirst();
        }

        boolean isNews(Entry entry) {
            return switch (entry) {
                case ReadItem item ->
                        !known.containsKey(item.identity())
                                || !known.get(item.identity()).says(item.contentHash());
                case UnreadableEntry failure ->
                        discarded(failure).isEmpty()
                                && (!waiting.containsKey(failure.identity())
                                        || !waiting.get(failure.identity())
                                                .isSame(failure.contentHash(), failure.reason()));
            };
        }
    }
}
