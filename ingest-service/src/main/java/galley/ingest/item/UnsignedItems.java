package galley.ingest.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import galley.ingest.similarity.Similarity;

/**
 * Signs the items that came before texts were signed, in the background: some each second, a
 * million in an hour and a half, so that what comes in meanwhile isn't held up.
 */
@ApplicationScoped
class UnsignedItems {
    private static final int A_SECOND = 200;

    private final Items items;
    private final ItemWriter writer;
    private final Similarity similarity;

    UnsignedItems(Items items, ItemWriter writer, Similarity similarity) {
        this.writer = writer;
        this.items = items;
        this.similarity = similarity;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void signSome() {
        similarity.takeUnsigned(A_SECOND).forEach(id -> writer.sign(items.findById(id)));
    }
}
