package galley.publish.ready;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * What an answer depends on beside the edition. Requests that differ only in how they write the
 * same wish are different questions, which costs a place and nothing else.
 *
 * @param uri path and query as they came
 * @param accept the header, or null
 * @param acceptEncoding the header, or null
 */
record Question(String uri, String accept, String acceptEncoding) {
    private static final CharSequence API_KEY = HttpHeaders.createOptimized("X-API-Key");
    private static final CharSequence RANGE = HttpHeaders.createOptimized("Range");

    /**
     * The question of a request to read that anybody may have answered alike; null for any other.
     *
     * @param uri path and query as they came
     */
    static Question of(String uri, MultiMap headers) {
        if (headers.contains(HttpHeaders.AUTHORIZATION)
                || headers.contains(API_KEY)
                || headers.contains(HttpHeaders.IF_MODIFIED_SINCE)
                || headers.contains(RANGE)) {
            return null;
        }
        return new Question(
                uri, all(headers, HttpHeaders.ACCEPT), all(headers, HttpHeaders.ACCEPT_ENCODING));
    }

    /** A field's lines are one list (RFC 9110, section 5.3). */
    private static String all(MultiMap headers, CharSequence name) {
        var lines = headers.getAll(name);
        return lines.isEmpty() ? null : String.join(", ", lines);
    }

    int size() {
        return uri.length() + length(accept) + length(acceptEncoding);
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
