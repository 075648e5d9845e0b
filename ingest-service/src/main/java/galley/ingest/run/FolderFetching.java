package galley.ingest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import galley.ingest.folder.DroppedFile;
import galley.ingest.folder.Folders;
import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.intake.Counts;

/** Takes in the files of a source's folder, each in a transaction of its own. */
@ApplicationScoped
class FolderFetching {
    private static final Logger LOG = Logger.getLogger(FolderFetching.class);

    private final Folders folders;
    private final Formats formats;
    private final RunStore store;
    private final FetchConfig config;

    FolderFetching(Folders folders, Formats formats, RunStore store, FetchConfig config) {
        this.folders = folders;
        this.formats = formats;
        this.store = store;
        this.config = config;
    }

    /** Does a run of a source that is a folder; answers how it ended. */
    String fetch(Started started) {
        var counts = Counts.NONE;
        // While the lease lasts nobody else takes these files.
        long deadline = System.nanoTime() + config.lease().dividedBy(2).toNanos();
        try {
            for (var file : folders.in(started.target().address())) {
                if (System.nanoTime() > deadline) {
                    break;
                }
                counts = counts.plus(take(started, file));
            }
        } catch (IOException e) {
            LOG.infof("Source %s: %s", started.source(), e);
            store.fail(started, FetchFailure.UNREACHABLE, sentence(e), Duration.ZERO);
            return "failed";
        }
        store.storeFiles(started, counts);
        return "read";
    }

    private Counts take(Started started, DroppedFile file) throws IOException {
        if (file.size() > config.maxSize().asLongValue()) {
            folders.failed(file, "It is larger than " + config.maxSize().asLongValue() + " bytes.");
            return Counts.NONE;
        }
        var document =
                new RawDocument(
                        Files.readAllBytes(file.path()),
                        Folders.mediaType(file).orElse(null),
                        started.target().address());
        try {
            var counts = store.storeFile(started, document, read(document, started));
            folders.done(file);
            return counts;
        } catch (UnreadableDocumentException e) {
            var counts = store.keepFile(started, document, e.getMessage());
            folders.failed(file, e.getMessage());
            return counts;
        }
    }

    private Reading read(RawDocument document, Started started) throws UnreadableDocumentException {
        var format = started.target().format();
        return format.equals(Formats.AUTO)
                ? formats.readSent(document)
                : formats.read(document, format);
    }

    private static String sentence(IOException e) {
        return e.getMessage() == null ? "The folder can't be read." : e.getMessage();
    }
}
