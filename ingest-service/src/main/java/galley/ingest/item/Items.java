package galley.ingest.item;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

import galley.events.ItemContent;
import galley.ingest.format.Entry;
import galley.ingest.format.ReadItem;
import galley.ingest.item.Taken.Outcome;
import galley.ingest.routing.Router;
import galley.ingest.routing.RoutingDecision;
import galley.ingest.similarity.Match;
import galley.ingest.similarity.Signature;
import galley.ingest.similarity.Similarity;
import galley.ingest.similarity.Standing;
import galley.ingest.source.Source;
import galley.ingest.source.Sources;
import galley.messaging.Lane;

/** All items. */
@ApplicationScoped
public class Items implements PanacheRepositoryBase<Item, UUID> {
    private static final String AT_ADDRESS =
            """
            select * from item
            where source_id = :source and md5(url) = md5(:url) and url = :url limit 2
            """;

    private final Handover handover;
    private final Router router;
    private final Similarity similarity;
    private final Sources sources;
    private final Event<ItemTaken> taken;

    Items(
            Handover handover,
            Router router,
            Similarity similarity,
            Sources sources,
            Event<ItemTaken> taken) {
        this.sources = sources;
        this.taken = taken;
        this.handover = handover;
        this.router = router;
        this.similarity = similarity;
    }

    /**
     * Those entries of a document whose items the source has delivered before, by the identities of
     * the entries. An item is known by its identity; an entry with a new one is an item of old if
     * that has the same address, and the same headline or time, and is not in the document itself.
     */
    public Map<String, Item> known(Source source, Collection<? extends Entry> entries) {
        var identities = entries.stream().map(Entry::identity).distinct().toList();
        var known = new HashMap<String, Item>();
        list("sourceId = ?1 and identity in ?2", source.id(), identities)
                .forEach(item -> known.put(item.identity, item));
        Map<String, List<ReadItem>> strangers =
                entries.stream()
                        .filter(ReadItem.class::isInstance)
                        .map(ReadItem.class::cast)
                        .filter(entry -> entry.content().url() != null)
                        .filter(entry -> !known.containsKey(entry.identity()))
                        .collect(Collectors.groupingBy(entry -> entry.content().url()));
        strangers.forEach(
                (url, sharing) -> {
                    if (sharing.size() == 1) {
                        renamed(source, sharing.getFirst(), identities)
                                .ifPresent(item -> known.put(sharing.getFirst().identity(), item));
                    }
                });
        return known;
    }

    /** The only item at the entry's address, if the entry is that item under another name. */
    private Optional<Item> renamed(Source source, ReadItem entry, List<String> identities) {
        var atAddress =
                getSession()
                        .createNativeQuery(AT_ADDRESS, Item.class)
                        .setParameter("source", source.id())
                        .setParameter("url", entry.content().url())
                        .list();
        return Optional.of(atAddress)
                .filter(items -> items.size() == 1)
                .map(List::getFirst)
                .filter(item -> !identities.contains(item.identity))
                .filter(item -> isSameStory(current(item).content, entry.content()));
    }

    private static boolean isSameStory(ItemContent one, ItemContent other) {
        return one.headline().equals(other.headline())
                || (one.firstCreated() != null && one.firstCreated().equals(other.firstCreated()));
    }

    /**
     * Holds the items of these entries until the caller's transaction ends: of two deliveries of
     * one item one waits for the other; deliveries of different items don't.
     *
     * @return those that are known already, by identity
     */
    @Transactional(TxType.MANDATORY)
    public Map<String, Item> hold(Source source, Collection<ReadItem> entries) {
        // In one order, so that no two wait for each other.
        var identities = entries.stream().map(ReadItem::identity).distinct().sorted().toList();
        identities.forEach(identity -> lockIdentity(source, identity));
        return known(source, entries);
    }

    private void lockIdentity(Source source, String identity) {
        getEntityManager()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended(:name, 2))")
                .setParameter("name", source.id() + "\n" + identity)
                .getSingleResult();
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
        var outcome = outcome(entry, known, delivery.receivedAt());
        if (outcome == Outcome.UNCHANGED) {
            var item = known.orElseThrow();
            item.lastSeen = later(item.lastSeen, delivery.receivedAt());
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
        var standing = similarity.stand(signature, item.sourceId, known.map(Item::id));
        boolean completes = delivery.source().completes(entry.content());
        var said = handOn(item, entry.content(), standing, delivery, completes);
        item.say(entry);
        item.lastSeen = delivery.receivedAt();
        persist(item);
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
        var signature = Optional.ofNullable(similarity.hold(List.of(entry)).get(entry));
        var standing = similarity.stand(signature, item.sourceId, Optional.of(item.id));
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
        getEntityManager()
                .persist(new ItemRevision(item, delivery, said.content(), said.routing()));
        similarity.keep(item.id, item.articleId, item.sourceId, standing);
    }

    private void tell(Item item, Said said, Delivery delivery, boolean fromPage) {
        taken.fire(
                new ItemTaken(item.id, item.revision, delivery.source(), said.content(), fromPage));
    }

    private record Said(ItemContent content, RoutingDecision routing) {}

    /**
     * Holds an item until the caller's transaction ends: nobody else takes in what its source says
     * of it.
     */
    @Transactional(TxType.MANDATORY)
    public HeldItem hold(UUID id) {
        var source = sources.hold(findById(id).sourceId);
        lockIdentity(source, findById(id).identity);
        var item = findById(id);
        // It may have said something since it was read.
        getEntityManager().refresh(item);
        return new HeldItem(item, current(item), source);
    }

    /** Signs what an item has said since before texts were signed. */
    void sign(Item item) {
        var said = current(item);
        var standing = Standing.unsigned(Signature.of(said.content), said.receivedAt);
        similarity.keep(item.id, item.articleId, item.sourceId, standing);
    }

    /** What an entry that comes now would be. */
    public Outcome outcome(ReadItem entry, Optional<Item> known, Instant receivedAt) {
        return known.map(item -> isNoNews(item, entry, receivedAt))
                .map(noNews -> noNews ? Outcome.UNCHANGED : Outcome.UPDATED)
                .orElse(Outcome.NEW);
    }

    private boolean isNoNews(Item item, ReadItem entry, Instant receivedAt) {
        // A document that was kept for a while must not undo what came after it.
        return item.lastSeen.isAfter(receivedAt)
                || item.says(entry.contentHash())
                || Freshness.isOlder(entry.content(), current(item).content);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
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

    /**
     * Items that came in one document, as clients see them now.
     *
     * @param reason what of the document was not accepted, or null
     */
    public ItemAnswer answer(List<Item> together, String reason) {
        return ItemAnswer.of(together.stream().map(this::answer).toList(), reason);
    }

    /** The items that came last, of a source or of all, the newest first. */
    public List<LatestItem> latest(Optional<UUID> source, int count) {
        var query =
                source.isPresent()
                        ? find("sourceId = ?1 order by firstSeen desc, id desc", source.get())
                        : find("order by id desc");
        return query.page(Page.ofSize(count)).list().stream()
                .map(
                        item -> {
                            var said = current(item);
                            return new LatestItem(
                                    item.id, item.sourceId, said.receivedAt, said.content);
                        })
                .toList();
    }

    /** What an item says now. */
    ItemRevision current(Item item) {
        return getEntityManager()
                .find(ItemRevision.class, new ItemRevision.Key(item.id, item.revision));
    }
}
