package galley.ingest.item;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import galley.events.ItemContent;
import galley.ingest.format.ReadItem;
import galley.ingest.item.Taken.Outcome;
import galley.ingest.routing.Router;
import galley.ingest.routing.RoutingDecision;
import galley.ingest.similarity.HeldText;
import galley.ingest.similarity.Signature;
import galley.ingest.similarity.Similarity;
import galley.ingest.similarity.Standing;
import galley.messaging.Lane;

/** Stores what is newly said of items, and hands it on to editorial in the same transaction. */
@ApplicationScoped
public class ItemWriter {
    private final Items items;
    private final Handover handover;
    private final Router router;
    private final Similarity similarity;
    private final Event<ItemTaken> taken;

    ItemWriter(
            Items items,
            Handover handover,
            Router router,
            Similarity similarity,
            Event<ItemTaken> taken) {
        this.items = items;
        this.handover = handover;
        this.router = router;
        this.similarity = similarity;
        this.taken = taken;
    }

    /**
     * Takes an entry in: stores what it says, if that is new, and hands it on, all in the caller's
     * transaction. The caller must hold the source, or the identity, so that nobody else takes in
     * the same item; and {@linkplain Similarity#hold hold} the text.
     *
     * @param text the entry's, if it takes part in the look-up of duplicates
     * @param known the item of this identity, if there is one
     * @throws ArticleTooLargeException when it can't be handed on; nothing has happened then
     */
    @Transactional(value = TxType.MANDATORY, dontRollbackOn = ArticleTooLargeException.class)
    public Taken take(
            ReadItem entry, Optional<HeldText> text, Delivery delivery, Optional<Item> known)
            throws ArticleTooLargeException {
        var outcome = items.outcome(entry, known, delivery.receivedAt());
        if (outcome == Outcome.UNCHANGED) {
            var item = known.orElseThrow();
            item.seen(entry, delivery.receivedAt());
            return new Taken(item, outcome);
        }
        var item =
                known.orElseGet(
                        () ->
                                new Item(
                                        delivery.source().id(),
                                        entry.identity(),
                                        delivery.receivedAt()));
        known.filter(old -> similarity.takeUnsigned(old.id)).ifPresent(this::sign);
        var standing = similarity.stand(text, item.sourceId, known.map(Item::id));
        boolean completes = delivery.source().completes(entry.content());
        var said = handOn(item, entry.content(), standing, delivery, completes);
        item.say(entry);
        item.lastSeen = delivery.receivedAt();
        items.persist(item);
        keep(item, said, standing, delivery);
        tell(item, said, delivery, false);
        return new Taken(item, outcome);
    }

    /**
     * Lets an item of which the source gave a part say the whole, as its page has it.
     *
     * @param page what was read of the page
     * @param sha256 the page, which must have been kept
     * @param format in which it was read
     * @throws ArticleTooLargeException when it can't be handed on; nothing has happened then
     */
    @Transactional(value = TxType.MANDATORY, dontRollbackOn = ArticleTooLargeException.class)
    public void complete(HeldItem held, ItemContent page, String sha256, String format)
            throws ArticleTooLargeException {
        var delivery =
                new Delivery(held.source(), sha256, format, held.said().receivedAt, Lane.LIVE);
        var said = sayNext(held, Completion.of(held.content(), page), delivery);
        tell(held.item(), said, delivery, true);
    }

    /**
     * Does for an item of which the source gave a part, and which will not become whole, what rules
     * decide and had waited for that.
     *
     * @throws ArticleTooLargeException when it can't be handed on; nothing has happened then
     */
    @Transactional(value = TxType.MANDATORY, dontRollbackOn = ArticleTooLargeException.class)
    public void settle(HeldItem held) throws ArticleTooLargeException {
        var said = held.said();
        var routing = router.decide(held.source(), held.content(), said.receivedAt);
        if (routing.isPresent() && routing.get().hasSteps()) {
            var delivery =
                    new Delivery(
                            held.source(), said.sha256, said.format, said.receivedAt, Lane.LIVE);
            // which are made anew from the same text
            sayNext(held, held.content().withProposals(List.of()), delivery);
        }
    }

    private Said sayNext(HeldItem held, ItemContent told, Delivery delivery)
            throws ArticleTooLargeException {
        var item = held.item();
        if (similarity.takeUnsigned(item.id)) {
            sign(item);
        }
        var entry = new ReadItem(1, item.identity, item.contentHash, told);
        var text = Optional.ofNullable(similarity.hold(List.of(entry)).get(entry));
        var standing = similarity.stand(text, item.sourceId, Optional.of(item.id));
        var said = handOn(item, told, standing, delivery, false);
        item.revision++;
        keep(item, said, standing, delivery);
        return said;
    }

    /**
     * Hands on what an item is about to say.
     *
     * @param waits whether the steps that rules take wait for the rest of the text
     */
    private Said handOn(
            Item item, ItemContent told, Standing standing, Delivery delivery, boolean waits)
            throws ArticleTooLargeException {
        var content = TextReading.of(told).withDuplicateOf(standing.original());
        long revision = item.revision + 1;
        var routing =
                router.decide(delivery.source(), content, delivery.receivedAt())
                        .map(decision -> waits ? decision.withoutSteps() : decision)
                        .orElse(null);
        try {
            handover.handOn(item, revision, delivery, content, routing);
        } catch (ArticleTooLargeException e) {
            // What is proposed for a text must not keep it out.
            content = content.withProposals(told.proposals());
            handover.handOn(item, revision, delivery, content, routing);
        }
        return new Said(content, routing);
    }

    private void keep(Item item, Said said, Standing standing, Delivery delivery) {
        items.getEntityManager()
                .persist(new ItemRevision(item, delivery, said.content(), said.routing()));
        similarity.keep(item.id, item.articleId, item.sourceId, standing);
    }

    private void tell(Item item, Said said, Delivery delivery, boolean fromPage) {
        taken.fire(
                new ItemTaken(
                        item.id,
                        item.revision,
                        delivery.source(),
                        said.content(),
                        delivery.receivedAt(),
                        fromPage));
    }

    /** Signs what an item has said since before texts were signed. */
    void sign(Item item) {
        var said = items.current(item);
        var standing = Standing.unsigned(Signature.of(said.content), said.receivedAt);
        similarity.keep(item.id, item.articleId, item.sourceId, standing);
    }

    private record Said(ItemContent content, RoutingDecision routing) {}
}
