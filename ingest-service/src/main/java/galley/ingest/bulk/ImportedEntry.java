package galley.ingest.bulk;

import java.util.stream.Stream;

import galley.ingest.format.RawDocument;
import galley.ingest.format.ReadItem;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableEntry;

/** An entry of a file as a document of its own, read or not. */
sealed interface ImportedEntry {

    /** As it stands in the file. */
    FileEntry entry();

    /** It was read. */
    record Read(FileEntry entry, RawDocument document, Reading reading) implements ImportedEntry {

        /** The articles in it. */
        Stream<ReadItem> items() {
            return reading.entries().stream()
                    .filter(ReadItem.class::isInstance)
                    .map(ReadItem.class::cast);
        }

        /** Why some of it can't be taken in. */
        String failure() {
            return reading.entries().stream()
                    .filter(UnreadableEntry.class::isInstance)
                    .map(UnreadableEntry.class::cast)
                    .map(UnreadableEntry::reason)
                    .findFirst()
                    .orElse("The article is too large to be handed on.");
        }
    }

    /** It can't be read. The reason is a sentence. */
    record Unreadable(FileEntry entry, RawDocument document, String reason)
            implements ImportedEntry {}

    /** It is no article, and none is missing: a draft, a picture. */
    record Other(FileEntry entry) implements ImportedEntry {}
}
