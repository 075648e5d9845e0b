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
        var type =
                document.contentType() == null
                        ? MediaType.APPLICATION_OCTET_STREAM
                        : document.contentType();
        return Response.ok(document.bytes())
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + document.sha256() + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }
}
