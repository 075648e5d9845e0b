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
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

import galley.events.ItemContent;
import galley.ingest.format.Entry;
import galley.ingest.format.ReadItem;
import galley.ingest.item.Taken.Outcome;
import galley.ingest.similarity.Match;
import galley.ingest.similarity.Similarity;
import galley.ingest.source.Source;
import galley.ingest.source.Sources;

/** All items: which are known, held, and shown. */
@ApplicationScoped
public class Items implements PanacheRepositoryBase<Item, UUID> {
    private static final String AT_ADDRESS =
            """
            select * from item
            where source_id = :source and md5(url) = md5(:url) and url = :url limit 2
            """;

    private static final String LOCK =
            """
            select 1 from unnest(:names) as name
                cross join lateral pg_advisory_xact_lock(hashtextextended(name, 2))
            """;

    private final Similarity similarity;
    private final Sources sources;

    Items(Similarity similarity, Sources sources) {
        this.similarity = similarity;
        this.sources = sources;
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
        lockIdentities(source, identities);
        return known(source, entries);
    }

    /**
     * Holds an item until the caller's transaction ends: nobody else takes in what its source says
     * of it.
     */
    @Transactional(TxType.MANDATORY)
    public HeldItem hold(UUID id) {
        var source = sources.hold(findById(id).sourceId);
        lockIdentities(source, List.of(findById(id).identity));
        var item = findById(id);
        // It may have said something since it was read.
        getEntityManager().refresh(item);
        return new HeldItem(item, current(item), source);
    }

    private void lockIdentities(Source source, List<String> identities) {
        var names = identities.stream().map(identity -> source.id() + "\n" + identity);
        getEntityManager()
                .createNativeQuery(LOCK)
                .setParameter("names", names.toArray(String[]::new))
                .getResultList();
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
