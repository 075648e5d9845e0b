package galley.ingest.document;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A document as a download. It is foreign: no browser may show it as a page of ours, run what is in
 * it or guess another type.
 */
public final class RawAnswer {
    private RawAnswer() {}

    /** The exact bytes with their own type. */
    public static Response of(Document document) {
        return Response.ok(document.bytes())
                .header(HttpHeaders.CONTENT_TYPE, type(document.contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + document.sha256() + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }

    /** The type as it came, if it is one. */
    private static String type(String contentType) {
        try {
            MediaType.valueOf(contentType);
            return contentType;
        } catch (IllegalArgumentException e) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }
}
