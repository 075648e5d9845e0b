package galley.ingest.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import galley.ingest.bulk.BulkImport.Format;
import galley.ingest.bulk.BulkImport.State;
import galley.ingest.bulk.ImportedEntry.Other;
import galley.ingest.bulk.ImportedEntry.Read;
import galley.ingest.bulk.ImportedEntry.Unreadable;
import galley.ingest.clock.DatabaseClock;
import galley.ingest.format.RawDocument;
import galley.ingest.format.ReadItem;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.intake.Counts;
import galley.ingest.intake.Intake;
import galley.ingest.item.Items;
import galley.ingest.similarity.HeldText;
import galley.ingest.similarity.Similarity;
import galley.ingest.source.Source;
import galley.ingest.source.Sources;
import galley.ingest.wordpress.WxrHead;
import galley.ingest.wordpress.WxrItem;
import galley.messaging.Lane;
import galley.messaging.Outbox;

/**
 * Takes imports in, batch by batch. A batch is one transaction with the position up to which the
 * file has come in: a replica that dies leaves nothing half done, and any other goes on from there.
 *
 * <p>Of all replicas one at a time does a batch, and of all imports the one that was started first
 * gets on, so that imports together never take more than their pace. A batch waits while anything
 * live waits to be handed on.
 *
 * <p>However large the file is, no more of it is in memory than a slice, a batch of {@value
 * #BATCH_BYTES} bytes and one entry of {@value #LONGEST_ENTRY}, and what reading makes of them.
 */
@ApplicationScoped
class ImportBatches {
    /** More than an article may have as an event, since a file may write it more widely. */
    static final int LONGEST_ENTRY = 4 << 20;

    /** Few commits, and yet nobody waits long for the locks of one. */
    static final int ENTRIES = 50;

    private static final int BATCH_BYTES = 1 << 20;

    /** Looking for references locks nothing that others need. */
    private static final int SCANNED_ENTRIES = 500;

    /**
     * More bulk events than these in the outbox mean that they leave more slowly than they come.
     */
    private static final int BACKLOG = 1_000;

    private static final Duration YIELD = Duration.ofMillis(50);

    private final BulkImports imports;
    private final ImportParts parts;
    private final ImportReferences references;
    private final EntryReader reader;
    private final Sources sources;
    private final Items items;
    private final Similarity similarity;
    private final Intake intake;
    private final Outbox outbox;
    private final DatabaseClock clock;
    private final ImportConfig config;

    ImportBatches(
            BulkImports imports,
            ImportParts parts,
            ImportReferences references,
            EntryReader reader,
            Sources sources,
            Items items,
            Similarity similarity,
            Intake intake,
            Outbox outbox,
            DatabaseClock clock,
            ImportConfig config) {
        this.imports = imports;
        this.parts = parts;
        this.references = references;
        this.reader = reader;
        this.sources = sources;
        this.items = items;
        this.similarity = similarity;
        this.intake = intake;
        this.outbox = outbox;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Does the next batch, if there is one to do.
     *
     * @param most how many entries it may have
     * @return after what time to come again; nothing when there is no work, or another replica is
     *     at it
     */
    @Transactional
    Optional<Duration> next(int most) {
        var next = imports.takeTurn();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        var began = clock.now();
        var pause = next.get().pause(began);
        if (pause.isPositive()) {
            return Optional.of(pause);
        }
        if (outbox.waiting(Lane.LIVE, 1) > 0 || outbox.waiting(Lane.BULK, BACKLOG) == BACKLOG) {
            return Optional.of(YIELD);
        }
        int done = doBatch(next.get(), most);
        // From when it began: so the pace is kept whatever a batch takes.
        next.get().nextBatchAt =
                began.plus(
                        Duration.ofSeconds(1)
                                .multipliedBy(done)
                                .dividedBy(config.articlesPerSecond()));
        return Optional.of(next.get().pause(clock.now()));
    }

    /**
     * Passes over the entry that is next, which makes every batch fail that has it.
     *
     * @param why what is wrong, as far as anybody knows
     */
    @Transactional
    void setAside(String why) {
        var next = imports.takeTurn();
        if (next.isEmpty()) {
            return;
        }
        var file = next.get();
        var entry = isSearched(file) ? cut(file, 1) : List.<FileEntry>of();
        if (entry.isEmpty()) {
            imports.fail(file, why);
            return;
        }
        var document = new RawDocument(entry.getFirst().bytes(), null, EntryReader.NOWHERE);
        var source = sources.hold(file.sourceId);
        take(file, source, new Unreadable(entry.getFirst(), document, why), Map.of(), clock.now());
    }

    /** Answers how many entries were taken in. */
    private int doBatch(BulkImport file, int most) {
        var source = sources.findById(file.sourceId);
        if (source.isDeleted()) {
            imports.fail(file, "Its source was removed.");
            return 0;
        }
        if (file.format == Format.WXR && file.head == null) {
            readHead(file);
            return 0;
        }
        if (!isSearched(file)) {
            scan(file);
            return 0;
        }
        return takeIn(file, source, most);
    }

    /** Whether all that its entries refer to was found. */
    private static boolean isSearched(BulkImport file) {
        return file.format != Format.WXR || file.scanned == file.size;
    }

    private void readHead(BulkImport file) {
        try {
            var export = new ExportItems(new PartsStream(parts, file, 0), 0, 0, LONGEST_ENTRY);
            var beginning =
                    export.head()
                            .orElseThrow(
                                    () ->
                                            new UnreadableDocumentException(
                                                    "There is no item in the first %d bytes."
                                                            .formatted(LONGEST_ENTRY)));
            file.head = WxrHead.of(beginning).text();
            references.keep(file.id, WxrHead.authors(beginning));
            file.scanned = export.position();
            file.position = export.position();
        } catch (UnreadableDocumentException e) {
            imports.fail(file, e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds what posts refer to, which may stand before or behind them. */
    private void scan(BulkImport file) {
        var head = WxrHead.of(file.head);
        var entries = cut(file, file.scanned, 0, SCANNED_ENTRIES);
        for (var entry : entries) {
            reader.item(head, entry)
                    .map(WxrItem::offers)
                    .ifPresent(offers -> references.keep(file.id, offers));
        }
        file.scanned = entries.isEmpty() ? file.size : entries.getLast().end();
    }

    private int takeIn(BulkImport file, Source known, int most) {
        var entries = cut(file, most);
        if (entries.isEmpty()) {
            file.position = file.size;
            imports.end(file, State.DONE);
            return 0;
        }
        var read = reader.read(file, entries);
        // Held only now, for a reading may take its time.
        var source = sources.hold(known.id());
        var articles =
                read.stream()
                        .filter(Read.class::isInstance)
                        .map(Read.class::cast)
                        .flatMap(Read::items)
                        .toList();
        items.hold(source, articles);
        var texts = similarity.hold(articles);
        var now = clock.now();
        read.forEach(entry -> take(file, source, entry, texts, now));
        return (int) read.stream().filter(entry -> !(entry instanceof Other)).count();
    }

    private void take(
            BulkImport file,
            Source source,
            ImportedEntry entry,
            Map<ReadItem, HeldText> texts,
            Instant now) {
        switch (entry) {
            case Read it -> {
                var counts =
                        intake.take(source, it.document(), it.reading(), now, Lane.BULK, texts);
                if (counts.quarantined() > 0) {
                    file.failedIn(numbered(file, it.entry(), it.failure()));
                }
                file.took(it.entry(), counts);
            }
            case Unreadable it -> {
                var reason = numbered(file, it.entry(), it.reason());
                var format = EntryReader.format(file);
                file.failedIn(reason);
                file.took(
                        it.entry(),
                        intake.keepUnreadable(source, it.document(), format, reason, now));
            }
            case Other it -> file.took(it.entry(), Counts.NONE);
        }
    }

    private static String numbered(BulkImport file, FileEntry entry, String reason) {
        var name = file.format == Format.WXR ? "Item" : "Line";
        return "%s %d of %s: %s".formatted(name, entry.number(), file.name, reason);
    }

    private List<FileEntry> cut(BulkImport file, int most) {
        return cut(file, file.position, file.entries, most);
    }

    private List<FileEntry> cut(BulkImport file, long position, long before, int most) {
        var stream = new PartsStream(parts, file, position);
        FileEntries rest =
                switch (file.format) {
                    case NDJSON -> new FileLines(stream, position, before, LONGEST_ENTRY);
                    case WXR -> new ExportItems(stream, position, before, LONGEST_ENTRY);
                };
        var entries = new ArrayList<FileEntry>();
        int bytes = 0;
        try {
            while (entries.size() < most && bytes < BATCH_BYTES) {
                var next = rest.next();
                if (next.isEmpty()) {
                    break;
                }
                entries.add(next.get());
                bytes += next.get().bytes().length;
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
