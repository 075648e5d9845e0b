package galley.ingest.followup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import galley.events.ItemContent;
import galley.ingest.clock.DatabaseClock;
import galley.ingest.document.Documents;
import galley.ingest.followup.FollowUp.Kind;
import galley.ingest.format.RawDocument;
import galley.ingest.item.ArticleTooLargeException;
import galley.ingest.item.HeldItem;
import galley.ingest.item.ItemWriter;
import galley.ingest.item.Items;
import galley.ingest.page.WebPageReader;
import galley.ingest.source.Sources;
import galley.kit.http.FetchException;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.Fetched;
import galley.kit.picture.CheckedPicture;

/** Stores what became of a follow-up; each time one transaction. */
@ApplicationScoped
class FollowUpStore {
    private static final Logger LOG = Logger.getLogger(FollowUpStore.class);

    /** What a later try would be answered as well. */
    private static final List<Integer> FINAL = List.of(400, 401, 403, 404, 405, 406, 410, 451);

    private final FollowUps followUps;
    private final Items items;
    private final ItemWriter writer;
    private final Sources sources;
    private final Documents documents;
    private final DatabaseClock clock;

    FollowUpStore(
            FollowUps followUps,
            Items items,
            ItemWriter writer,
            Sources sources,
            Documents documents,
            DatabaseClock clock) {
        this.followUps = followUps;
        this.items = items;
        this.writer = writer;
        this.sources = sources;
        this.documents = documents;
        this.clock = clock;
    }

    /** Whether the source's rights, as they are now, let its pictures be kept. */
    @Transactional
    boolean mayKeep(FollowUp followUp) {
        var item = items.findById(followUp.itemId);
        return sources.findById(item.sourceId()).allowsPictures(clock.now());
    }

    /** The page has been read; the item says so from now on, unless it says something newer. */
    @Transactional
    void completed(UUID id, RawDocument page, ItemContent read) {
        var held = hold(id);
        if (held.isEmpty()) {
            return;
        }
        var item = held.get().item();
        var followUp = held.get().followUp();
        if (!item.isAt(followUp.itemRevision)) {
            followUp.succeed(clock.now());
        } else if (read.wordCount() <= item.content().wordCount()) {
            giveUp(held.get(), "The page has no more text than the item.");
        } else {
            var sha256 = documents.keep(page.bytes(), page.contentType(), clock.now());
            try {
                writer.complete(item, read, sha256, WebPageReader.FORMAT);
                followUp.succeed(clock.now());
            } catch (ArticleTooLargeException e) {
                giveUp(held.get(), e.getMessage());
            }
        }
    }

    /** The picture is in the store under this hash. */
    @Transactional
    void kept(UUID id, String sha256, CheckedPicture picture) {
        followUps
                .hold(id)
                .ifPresent(
                        followUp -> {
                            followUps.keep(sha256, picture, clock.now());
                            followUp.sha256 = sha256;
                            followUp.succeed(clock.now());
                        });
    }

    /** The server answers no. */
    @Transactional
    void refused(UUID id, Fetched answer) {
        var why = "The server answers " + answer.status() + ".";
        if (FINAL.contains(answer.status())) {
            hold(id).ifPresent(held -> giveUp(held, why));
        } else {
            again(id, why);
        }
    }

    /** There was no answer. */
    @Transactional
    void failed(UUID id, FetchException why) {
        if (why instanceof RefusedAddress || why instanceof FetchException.TooLarge) {
            hold(id).ifPresent(held -> giveUp(held, why.getMessage()));
        } else {
            again(id, why.getMessage());
        }
    }

    /** What came is of no use. */
    @Transactional
    void unfit(UUID id, String why) {
        hold(id).ifPresent(held -> giveUp(held, why));
    }

    private void again(UUID id, String why) {
        hold(id).ifPresent(
                        held -> {
                            if (held.followUp().fail(why, clock.now())) {
                                settle(held);
                            }
                        });
    }

    private void giveUp(Held held, String why) {
        held.followUp().giveUp(why, clock.now());
        settle(held);
    }

    /** An item that will not become whole waits no longer for what rules do with it. */
    private void settle(Held held) {
        if (held.followUp().kind == Kind.PAGE && held.item().isAt(held.followUp().itemRevision)) {
            try {
                writer.settle(held.item());
            } catch (ArticleTooLargeException e) {
                LOG.warnf("Item %s stays as it was handed on: %s", held.item().id(), e);
            }
        }
    }

    private Optional<Held> hold(UUID id) {
        // The item first, as everywhere, so that no two wait for each other.
        var item = items.hold(followUps.findById(id).itemId);
        return followUps.hold(id).map(followUp -> new Held(followUp, item));
    }

    private record Held(FollowUp followUp, HeldItem item) {}
}
