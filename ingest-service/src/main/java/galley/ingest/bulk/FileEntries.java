package galley.ingest.bulk;

import java.io.IOException;
import java.util.Optional;

/** Cuts a file into its entries, one after the other. */
interface FileEntries {
    /** Gives the next entry, or nothing at the end of the file. */
    Optional<FileEntry> next() throws IOException;
}
