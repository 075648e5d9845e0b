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

import galley.events.ItemContent;
import galley.ingest.format.ReadItem;
import galley.ingest.item.Taken.Outcome;
import galley.ingest.source.Source;

/** All items. */
@ApplicationScoped
public class Items implements PanacheRepositoryBase<Item, UUID> {
    private final Handover handover;

    Items(Handover handover) {
        this.handover = handover;
    }

    /** The items that a source has delivered under these identities, by identity. */
    public Map<String, Item> known(Source source, Collection<String> identities) {
        return list("sourceId = ?1 and identity in ?2", source.id(), identities).stream()
                .collect(Collectors.toMap(item -> item.identity, Function.identity()));
    }

    /**
     * Takes an entry in: stores what it says, if that is new, and hands it on, all in the caller's
     * transaction. The caller must hold the source, or the identity, so that nobody else takes in
     * the same item.
     *
     * @param known the item of this identity, if there is one
     * @throws ArticleTooLargeException when it can't be handed on; nothing has happened then
     */
    @Transactional(value = TxType.MANDATORY, dontRollbackOn = ArticleTooLargeException.class)
    public Taken take(ReadItem entry, Delivery delivery, Optional<Item> known)
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
        long revision = item.revision + 1;
        var content = handOn(item, revision, delivery, entry.content());
        item.say(entry.contentHash());
        item.lastSeen = delivery.receivedAt();
        persist(item);
        getEntityManager().persist(new ItemRevision(item, delivery, content));
        return new Taken(item, known.isPresent() ? Outcome.UPDATED : Outcome.NEW);
    }

    /** What is proposed for a text must not keep it out: the text goes alone then. */
    private ItemContent handOn(Item item, long revision, Delivery delivery, ItemContent content)
            throws ArticleTooLargeException {
        try {
            handover.handOn(item, revision, delivery, content);
            return content;
        } catch (ArticleTooLargeException e) {
            if (content.proposals().isEmpty()) {
                throw e;
            }
            return handOn(item, revision, delivery, content.withProposals(List.of()));
        }
    }

    /** The item as clients see it now. */
    public ItemAnswer answer(Item item) {
        return ItemAnswer.of(item, current(item));
    }

    /** What an item says now. */
    ItemRevision current(Item item) {
        return getEntityManager()
                .find(ItemRevision.class, new ItemRevision.Key(item.id, item.revision));
    }
}
