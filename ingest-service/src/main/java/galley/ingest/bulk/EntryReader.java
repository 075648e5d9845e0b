package galley.ingest.bulk;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import galley.ingest.bulk.ImportedEntry.Other;
import galley.ingest.bulk.ImportedEntry.Read;
import galley.ingest.bulk.ImportedEntry.Unreadable;
import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.wordpress.WxrHead;
import galley.ingest.wordpress.WxrItem;

/** Reads what was cut out of files, each entry as a document of its own. */
@ApplicationScoped
class EntryReader {
    /** What is imported has no address, so relative ones in it lead nowhere. */
    static final URI NOWHERE = URI.create("about:blank");

    private static final String JSON = "application/json";
    private static final String RSS = "application/rss+xml";

    private final Formats formats;
    private final ImportReferences references;

    EntryReader(Formats formats, ImportReferences references) {
        this.formats = formats;
        this.references = references;
    }

    /** Reads entries of an import's file, in their order. */
    List<ImportedEntry> read(BulkImport file, List<FileEntry> entries) {
        return switch (file.format) {
            case NDJSON -> entries.stream().map(this::line).toList();
            case WXR -> items(file, entries);
        };
    }

    /** The format in which the entries of a file are read where they don't tell it themselves. */
    static String format(BulkImport file) {
        return file.format == BulkImport.Format.WXR ? "wxr" : "json";
    }

    private ImportedEntry line(FileEntry line) {
        var document = new RawDocument(line.bytes(), JSON, NOWHERE);
        return line.whole() ? read(line, document, "json") : tooLong(line, document);
    }

    private List<ImportedEntry> items(BulkImport file, List<FileEntry> entries) {
        var head = WxrHead.of(file.head);
        var items = entries.stream().map(entry -> item(head, entry)).toList();
        var names = new LinkedHashSet<String>();
        items.forEach(item -> item.ifPresent(it -> names.addAll(it.needs())));
        var found = references.find(file.id, names);
        var read = new ArrayList<ImportedEntry>();
        for (int i = 0; i < entries.size(); i++) {
            read.add(item(entries.get(i), items.get(i), found));
        }
        return read;
    }

    /** The item of an export file, unless it is too long or nested too deeply to be one. */
    Optional<WxrItem> item(WxrHead head, FileEntry entry) {
        try {
            return isTooLong(entry)
                    ? Optional.empty()
                    : Optional.of(WxrItem.of(head, entry.bytes()));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private ImportedEntry item(
            FileEntry entry, Optional<WxrItem> item, Map<String, String> references) {
        if (item.isEmpty()) {
            var document = new RawDocument(entry.bytes(), RSS, NOWHERE);
            return isTooLong(entry)
                    ? tooLong(entry, document)
                    : new Unreadable(entry, document, "It is nested too deeply.");
        }
        if (!item.get().isPublished()) {
            return new Other(entry);
        }
        var needed =
                item.get().needs().stream().map(references::get).filter(Objects::nonNull).toList();
        var bytes = item.get().document(needed, entry.whole());
        return read(entry, new RawDocument(bytes, RSS, NOWHERE), "wxr");
    }

    private ImportedEntry read(FileEntry entry, RawDocument document, String format) {
        try {
            var reading = formats.read(document, format);
            return reading.entries().isEmpty()
                    ? new Unreadable(entry, document, "There is no article in it.")
                    : new Read(entry, document, reading);
        } catch (UnreadableDocumentException e) {
            return new Unreadable(entry, document, e.getMessage());
        }
    }

    /** An item that isn't whole may also be one in which the file breaks off. */
    private static boolean isTooLong(FileEntry entry) {
        return !entry.whole() && entry.bytes().length >= ImportBatches.LONGEST_ENTRY;
    }

    private static ImportedEntry tooLong(FileEntry entry, RawDocument document) {
        return new Unreadable(
                entry,
                document,
                "It is longer than %d bytes; only its beginning is kept."
                        .formatted(ImportBatches.LONGEST_ENTRY));
    }
}
