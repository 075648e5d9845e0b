package galley.ingest.item;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.ingest.format.ReadItem;
import galley.ingest.item.Taken.Outcome;
import galley.ingest.similarity.Match;
import galley.ingest.similarity.Signature;
import galley.ingest.similarity.Similarity;
import galley.ingest.source.Source;

/** All items. */
@ApplicationScoped
public class Items implements PanacheRepositoryBase<Item, UUID> {
    private final Handover handover;
    private final Similarity similarity;

    Items(Handover handover, Similarity similarity) {
        this.handover = handover;
        this.similarity = similarity;
    }

    /** The items that a source has delivered under these identities, by identity. */
    public Map<String, Item> known(Source source, Collection<String> identities) {
        return list("sourceId = ?1 and identity in ?2", source.id(), identities).stream()
                .collect(Collectors.toMap(item -> item.identity, Function.identity()));
    }

    /**
     * Takes an entry in: stores what it says, if that is new, and hands it on, all in the caller's
     * transaction. The caller must hold the source, or the identity, so that nobody else takes in
     * the same item; and {@linkplain Similarity#hold hold} the text's signature.
     *
     * @param signature the entry's, if its text takes part in the look-up of duplicates
     * @param known the item of this identity, if there is one
     * @throws ArticleTooLargeException when it can't be handed on; nothing has happened then
     */
    @Transactional(value = TxType.MANDATORY, dontRollbackOn = ArticleTooLargeException.class)
    public Taken take(
            ReadItem entry, Optional<Signature> signature, Delivery delivery, Optional<Item> known)
            throws ArticleTooLargeException {
        // A document that was kept for a while must not undo what came after it.
        boolean late =
                known.filter(item -> item.lastSeen.isAfter(delivery.receivedAt())).isPresent();
        if (late || known.filter(item -> item.says(entry.contentHash())).isPresent()) {
            var item = known.orElseThrow();
            item.lastSeen = late ? item.lastSeen : delivery.receivedAt();
            return new Taken(item, Outcome.UNCHANGED);
        }
        var item =
                known.orElseGet(
                        () ->
                                new Item(
                                        delivery.source().id(),
                                        entry.identity(),
                                        delivery.receivedAt()));
        var standing = similarity.stand(signature, item.sourceId, known.map(Item::id));
        var content = entry.content().withDuplicateOf(standing.original());
        long revision = item.revision + 1;
        handover.handOn(item, revision, delivery, content);
        item.say(entry.contentHash());
        item.lastSeen = delivery.receivedAt();
        persist(item);
        getEntityManager().persist(new ItemRevision(item, delivery, content));
        similarity.keep(item.id, item.articleId, item.sourceId, standing);
        return new Taken(item, known.isPresent() ? Outcome.UPDATED : Outcome.NEW);
    }

    /** The item as clients see it now. */
    public ItemAnswer answer(Item item) {
        return ItemAnswer.of(item, current(item));
    }

    /** Items of other sources that say the same, best first. */
    List<SimilarItem> similar(Item item) {
        var matches = similarity.matches(item.id);
        Map<UUID, SimilarItem.Said> said =
                getEntityManager()
                        .createQuery(
                                """
                                select new galley.ingest.item.SimilarItem$Said(other, revision)
                                from Item other join ItemRevision revision
                                    on revision.itemId = other.id
                                    and revision.revision = other.revision
                                where other.id in :items
                                """,
                                SimilarItem.Said.class)
                        .setParameter("items", matches.stream().map(Match::item).toList())
                        .getResultStream()
                        .collect(Collectors.toMap(one -> one.item().id, Function.identity()));
        return matches.stream()
                .map(match -> SimilarItem.of(said.get(match.item()), match.score()))
                .toList();
    }

    /** What an item says now. */
    ItemRevision current(Item item) {
        return getEntityManager()
                .find(ItemRevision.class, new ItemRevision.Key(item.id, item.revision));
    }
}
