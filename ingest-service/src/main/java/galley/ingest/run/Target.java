package galley.ingest.run;

import java.net.URI;
import java.util.Map;

import galley.ingest.source.Source;

/**
 * Where to look for a source's document, and what is here of it already.
 *
 * @param format the source's, or {@code auto}; then a web page leads to its feed
 * @param etag the ETag of what is here already, or null
 * @param lastModified the Last-Modified of what is here already, or null
 * @param confidential header fields for the address's own server
 */
record Target(
        URI address,
        String format,
        String etag,
        String lastModified,
        Map<String, String> confidential) {

    /** An address of which nothing is known. */
    static Target of(URI address, String format) {
        return new Target(address, format, null, null, Map.of());
    }

    /** A source's address, still without its credentials. */
    static Target of(Source source) {
        return new Target(
                source.url(), source.format(), source.etag(), source.lastModified(), Map.of());
    }

    /** The same, with credentials. */
    Target with(Map<String, String> credentials) {
        return new Target(address, format, etag, lastModified, credentials);
    }

    /** The same as if nothing of it were here. */
    Target afresh() {
        return new Target(address, format, null, null, confidential);
    }
}
