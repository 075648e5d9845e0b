package galley.editorial.check;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.events.ItemContent;
import galley.events.SourceRights;

/**
 * What sources said of articles beside their texts. Whoever writes holds the article's row lock, or
 * has just begun the article.
 */
@ApplicationScoped
public class SourceRecords implements PanacheRepositoryBase<StoredSourceRecord, UUID> {

    /** Keeps with a new article what its item said; an item that says nothing takes no row. */
    @Transactional(TxType.MANDATORY)
    public void begin(UUID article, SourceRights rights, ItemContent item) {
        SourceRecord record = new SourceRecord(rights, item.partial(), item.duplicateOf());
        if (!record.equals(SourceRecord.NONE)) {
            StoredSourceRecord stored = new StoredSourceRecord();
            stored.articleId = article;
            stored.rights = record.rights();
            stored.partial = record.partial();
            stored.duplicateOf = record.duplicateOf();
            persist(stored);
        }
    }

    /** The rights count from the newest item on, whether its text is taken or not. */
    @Transactional(TxType.MANDATORY)
    public void keepRights(UUID article, SourceRights rights) {
        change(article, stored -> stored.rights = rights);
    }

    /** The item's text is the article's now. */
    @Transactional(TxType.MANDATORY)
    public void keepText(UUID article, ItemContent item) {
        change(
                article,
                stored -> {
                    stored.partial = item.partial();
                    stored.duplicateOf = item.duplicateOf();
                });
    }

    SourceRecord of(UUID article) {
        return findByIdOptional(article).map(StoredSourceRecord::read).orElse(SourceRecord.NONE);
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
