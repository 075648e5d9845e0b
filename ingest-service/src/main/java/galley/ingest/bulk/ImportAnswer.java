package galley.ingest.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An import as clients see it.
 *
 * @param state {@code uploading}, {@code running}, {@code done}, {@code canceled} or {@code failed}
 * @param size of the file, in bytes; 0 until it is started
 * @param searched up to which byte an export was searched for what its posts refer to
 * @param position up to which byte it has come in
 * @param seen entries that were taken in or could not be; the sum of the next four
 * @param failed entries that could not be taken in; they wait in the quarantine
 * @param perSecond entries a second since it was started
 * @param firstFailure where the first of them stands, and what is wrong with it; or null
 * @param problem why it failed as a whole, or null
 * @param parts of the file, as far as they are here; none once it is over, or in a list
 */
record ImportAnswer(
        UUID id,
        UUID source,
        String name,
        String format,
        String state,
        long size,
        long searched,
        long position,
        long seen,
        @JsonProperty("new") long added,
        long updated,
        long unchanged,
        long failed,
        double perSecond,
        String firstFailure,
        String problem,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        List<ImportParts.Part> parts) {

    static ImportAnswer of(BulkImport file, List<ImportParts.Part> parts, Instant now) {
        return new ImportAnswer(
                file.id,
                file.sourceId,
                file.name,
                file.format.name().toLowerCase(Locale.ROOT),
                file.state.name().toLowerCase(Locale.ROOT),
                file.size,
                file.scanned,
                file.position,
                file.seen,
                file.added,
                file.updated,
                file.unchanged,
                file.failed,
                perSecond(file, now),
                file.firstFailure,
                file.problem,
                file.createdAt,
                file.startedAt,
                file.finishedAt,
                parts);
    }

    private static double perSecond(BulkImport file, Instant now) {
        if (file.startedAt == null) {
            return 0;
        }
        var end = file.finishedAt == null ? now : file.finishedAt;
        double seconds = Math.max(1, Duration.between(file.startedAt, end).toMillis() / 1000.0);
        return Math.round(10 * file.seen / seconds) / 10.0;
    }
}
