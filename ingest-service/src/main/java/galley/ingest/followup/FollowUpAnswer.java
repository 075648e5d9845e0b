package galley.ingest.followup;

import java.time.Instant;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is done for an item after it came, as clients see it.
 *
 * @param kind the article's page, or a picture that the item names
 * @param failure why the last try was in vain, or null
 * @param nextTryAt when it is tried again, or null
 * @param picture the picture as it is in the store, or null
 */
record FollowUpAnswer(
        @Schema(enumeration = {"page", "picture"}) String kind,
        String url,
        @Schema(enumeration = {"waiting", "done", "failed"}) String state,
        int tries,
        String failure,
        Instant nextTryAt,
        Picture picture) {

    /**
     * A picture without its metadata; {@code GET /v1/pictures/{sha256}} has its bytes.
     *
     * @param width pixels across as it is shown
     * @param height pixels down as it is shown
     * @param size of its file, in bytes
     * @param credit what its metadata said, as are the others, or null
     */
    record Picture(
            String sha256,
            String mediaType,
            int width,
            int height,
            boolean animated,
            long size,
            String credit,
            String copyrightNotice,
            String caption) {

        static Picture of(KeptPicture kept) {
            return new Picture(
                    kept.sha256,
                    kept.mediaType,
                    kept.width,
                    kept.height,
                    kept.animated,
                    kept.size,
                    kept.credit,
                    kept.copyrightNotice,
                    kept.caption);
        }
    }

    /**
     * @param picture what was kept, or null
     */
    static FollowUpAnswer of(FollowUp it, KeptPicture picture) {
        boolean over = it.doneAt != null;
        return new FollowUpAnswer(
                it.kind.name().toLowerCase(Locale.ROOT),
                it.url,
                over ? (it.failure == null ? "done" : "failed") : "waiting",
                it.tries,
                it.failure,
                over ? null : it.dueAt,
                picture == null ? null : Picture.of(picture));
    }
}
