package galley.editorial.check;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.editorial.article.StoredArticle;
import galley.events.ItemContent;
import galley.events.SourceRights;
import galley.events.SourceRightsChanged;
import galley.kit.sql.NativeQueries;

/**
 * What sources said of articles beside their texts, and of all their articles. Whoever writes of an
 * article holds its row lock, or has just begun it.
 */
@ApplicationScoped
public class SourceRecords implements PanacheRepositoryBase<StoredSourceRecord, UUID> {

    /** More are of no use to whoever compares them. */
    private static final int MOST_DUPLICATES = 5;

    /**
     * What is put away or killed says nothing any more; but readers may have what it said before.
     */
    private static final String DUPLICATES =
            """
            select s.article_id from source_record s join article a on a.id = s.article_id
            where s.duplicate_of = :article and a.publication <> 'KILLED'
            and (a.workflow <> 'SPIKED' or a.version > 0)
            order by a.created_at, a.id limit :most
            """;

    /** Keeps with a new article what its item said; an item that says nothing takes no row. */
    @Transactional(TxType.MANDATORY)
    public void begin(UUID article, SourceRights rights, ItemContent item) {
        StoredSourceRecord stored = new StoredSourceRecord();
        stored.articleId = article;
        setRights(stored, rights, item);
        setText(stored, item);
        if (!stored.read().equals(SourceRecord.NONE)) {
            persist(stored);
        }
    }

    /** The rights count from the newest item on, whether its text is taken or not. */
    @Transactional(TxType.MANDATORY)
    public void keepRights(UUID article, SourceRights rights, ItemContent item) {
        change(article, stored -> setRights(stored, rights, item));
    }

    /** The item's text is the article's now. */
    @Transactional(TxType.MANDATORY)
    public void keepText(UUID article, ItemContent item) {
        change(article, stored -> setText(stored, item));
    }

    /** What a source allows counts for all of its articles, unless something newer is known. */
    @Transactional(TxType.MANDATORY)
    public void keepRightsOfSource(SourceRightsChanged changed) {
        StoredSourceRights known =
                getEntityManager()
                        .find(
                                StoredSourceRights.class,
                                changed.source(),
                                LockModeType.PESSIMISTIC_WRITE);
        StoredSourceRights stored = known == null ? new StoredSourceRights() : known;
        if (changed.revision() > stored.revision) {
            stored.source = changed.source();
            stored.revision = changed.revision();
            stored.rights = changed.rights();
        }
        if (known == null) {
            getEntityManager().persist(stored);
        }
    }

    /** What is known of an article now. */
    SourceRecord of(StoredArticle article) {
        if (article.provenance() == null) {
            return SourceRecord.NONE; // written here: no source and no item tells of it
        }
        SourceRecord said =
                findByIdOptional(article.id())
                        .map(StoredSourceRecord::read)
                        .orElse(SourceRecord.NONE);
        StoredSourceRights since =
                getEntityManager().find(StoredSourceRights.class, article.provenance().source());
        return said.with(since == null ? said.rights() : since.rights, duplicates(article.id()));
    }

    private List<UUID> duplicates(UUID article) {
        return NativeQueries.values(getSession(), DUPLICATES, UUID.class)
                .setParameter("article", article)
                .setParameter("most", MOST_DUPLICATES)
                .getResultList();
    }

    private static void setRights(
            StoredSourceRecord stored, SourceRights rights, ItemContent item) {
        stored.rights = rights;
        stored.expiresAt = item.expiresAt();
    }

    private static void setText(StoredSourceRecord stored, ItemContent item) {
        stored.partial = item.partial();
        stored.words = item.partial() ? words(item) : null;
        stored.duplicateOf = item.duplicateOf();
    }

    private static int words(ItemContent item) {
        int body = PartialText.words(item.body());
        return body > 0 ? body : PartialText.words(item.summary());
    }

    private void change(UUID article, Consumer<StoredSourceRecord> change) {
        Optional<StoredSourceRecord> known = findByIdOptional(article);
        StoredSourceRecord record = known.orElseGet(StoredSourceRecord::new);
        record.articleId = article;
        change.accept(record);
        if (known.isEmpty() && !record.read().equals(SourceRecord.NONE)) {
            persist(record);
        }
    }
}
