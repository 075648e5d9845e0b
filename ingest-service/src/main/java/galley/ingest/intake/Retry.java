package galley.ingest.intake;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import galley.ingest.clock.DatabaseClock;
import galley.ingest.document.Documents;
import galley.ingest.format.Entry;
import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.format.UnreadableEntry;
import galley.ingest.source.Sources;
import galley.kit.problem.Problem;
import galley.messaging.Lane;

/** Reads again what waits in quarantine: after a mended reader it may come in. */
@ApplicationScoped
class Retry {

    /** How it went: with counts, or with the reason why it still can't be taken in. */
    record Outcome(Counts counts, String reason) {}

    private final Quarantine quarantine;
    private final Sources sources;
    private final Documents documents;
    private final Formats formats;
    private final Intake intake;
    private final DatabaseClock clock;

    Retry(
            Quarantine quarantine,
            Sources sources,
            Documents documents,
            Formats formats,
            Intake intake,
            DatabaseClock clock) {
        this.quarantine = quarantine;
        this.sources = sources;
        this.documents = documents;
        this.formats = formats;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Tries once, and counts the try when it was in vain.
     *
     * @param who wants it
     * @throws Problem 404 when there is none, 409 when it waits no more
     */
    @Transactional
    Outcome of(UUID id, String who) {
        var waiting = quarantine.lock(id);
        var source = sources.hold(waiting.sourceId);
        var document = documents.get(waiting.sha256);
        var raw =
                new RawDocument(
                        document.bytes(), document.contentType(), URI.create(waiting.address));
        try {
            var reading = only(waiting, formats.read(raw, waiting.format(source)));
            var counts = intake.take(source, raw, reading, waiting.lastSeen, Lane.LIVE);
            // Of a document that can be read, what can't waits on its own.
            if (waiting.position == null || counts.quarantined() == 0) {
                waiting.resolve(who, clock.now());
                return new Outcome(counts, null);
            }
            waiting.failedAgain(waiting.reason);
        } catch (UnreadableDocumentException e) {
            waiting.failedAgain(e.getMessage());
        }
        return new Outcome(Counts.NONE, waiting.reason);
    }

    /** The entry that waits, of all those in its document; all of them if the document waits. */
    private static Reading only(Quarantined waiting, Reading reading)
            throws UnreadableDocumentException {
        if (waiting.position == null) {
            return reading;
        }
        List<Entry> entries =
                reading.entries().stream()
                        .filter(entry -> entry.position() == waiting.position)
                        .toList();
        if (entries.isEmpty()) {
            throw new UnreadableDocumentException("The document has no such entry.");
        }
        if (entries.getFirst() instanceof UnreadableEntry failure) {
            throw new UnreadableDocumentException(failure.reason());
        }
        return new Reading(reading.format(), entries, reading.whole());
    }
}
