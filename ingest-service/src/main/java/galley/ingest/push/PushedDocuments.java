package galley.ingest.push;

import java.net.URI;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.UnreadableDocumentException;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Finds out what a push is, and takes it in. */
@ApplicationScoped
class PushedDocuments {
    /** What is pushed has no address, so relative ones in it lead nowhere. */
    private static final URI NOWHERE = URI.create("about:blank");

    private final Formats formats;
    private final Pushes pushes;

    PushedDocuments(Formats formats, Pushes pushes) {
        this.formats = formats;
        this.pushes = pushes;
    }

    /**
     * Takes in an article of our own JSON, or a document of any format.
     *
     * @throws Problem 415 when it is of no known format; 422 when nothing of it can be read: it is
     *     quarantined then; and what {@link Pushes} answers
     */
    Pushed take(Push push) {
        var document = new RawDocument(push.body(), push.contentType(), NOWHERE);
        boolean recognised = formats.recognises(document);
        if (!recognised && isJson(push.contentType())) {
            return pushes.take(push, PushedJson.read(push.body()));
        }
        if (!recognised && !saysWhatItIs(push.contentType())) {
            throw Problems.unsupportedMediaType(
                    "By its content and its Content-Type, the document is neither JSON nor of one"
                            + " of the formats %s.".formatted(String.join(", ", formats.names())));
        }
        return take(push, document);
    }

    private Pushed take(Push push, RawDocument document) {
        try {
            var reading = formats.readSent(document);
            if (reading.entries().isEmpty()) {
                throw Problems.unprocessable("", "There is no article in the document.");
            }
            var pushed = pushes.take(push, document, reading);
            if (pushed.item() == null) {
                throw unreadable(pushed.body());
            }
            return pushed;
        } catch (UnreadableDocumentException e) {
            pushes.keepUnreadable(push, document, e.getMessage());
            throw unreadable(e.getMessage());
        }
    }

    /** Whether a media type says what a document is meant to be, so that it is worth keeping. */
    private boolean saysWhatItIs(String contentType) {
        return formats.isFormatOf(contentType) || mediaType(contentType).matches(".*[/+]xml");
    }

    private static boolean isJson(String contentType) {
        return mediaType(contentType).matches("application/(.*\\+)?json");
    }

    private static String mediaType(String contentType) {
        return contentType == null
                ? ""
                : contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    private static Problem unreadable(String reason) {
        return Problems.of(
                422,
                "unreadable-document",
                "The document can't be read",
                reason + " It waits in the quarantine.");
    }
}
