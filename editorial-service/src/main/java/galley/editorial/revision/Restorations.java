package galley.editorial.revision;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import galley.editorial.article.Edits;
import galley.editorial.article.Edits.Edit;
import galley.editorial.content.Content;
import galley.editorial.content.TeaserBreaks;
import galley.editorial.history.Notes;
import galley.editorial.history.Reason;
import galley.editorial.staff.Caller;
import galley.events.Article;
import galley.kit.json.StrictJson;

/** Brings back what articles once said. */
@ApplicationScoped
class Restorations {
    private final PastArticles pastArticles;
    private final Edits edits;

    Restorations(PastArticles pastArticles, Edits edits) {
        this.pastArticles = pastArticles;
        this.edits = edits;
    }

    /**
     * Makes the content of a revision the present one again, as an edit by the caller; the
     * proposals stay those of now. Where the content is that one already, nothing changes.
     *
     * @param ifMatch the header, or null
     * @param body {@code {"internalNote": "…"}}; empty or null for none
     * @throws galley.kit.problem.Problem 404, 428, 412, 409, 400, 413 or 422, in this order
     */
    @Transactional
    Article restore(UUID id, long revision, String ifMatch, byte[] body, Caller caller) {
        Content past =
                pastArticles.contentAt(id, revision).orElseThrow(PastArticles::noSuchRevision);
        return edits.change(
                id,
                ifMatch,
                caller,
                present ->
                        new Edit(
                                TeaserBreaks.drawnBack(past.withProposals(present.proposals())),
                                Map.of("restored", revision),
                                null,
                                reason(revision, body)));
    }

    private static Reason reason(long revision, byte[] body) {
        String restored = "Restored revision %d".formatted(revision);
        String note = note(body);
        return new Reason(null, note == null ? restored + "." : restored + ": " + note);
    }

    private static String note(byte[] body) {
        if (body == null || body.length == 0) {
            return null;
        }
        return Notes.read(
                "internalNote", StrictJson.bind(StrictJson.read(body), Sent.class).internalNote());
    }

    private record Sent(String internalNote) {}
}
