package galley.publish.ready;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * A whole answer, as it was sent.
 *
 * @param tag its entity tag with quotes; null for none
 * @param template of the address that answered, under which answers are counted; null for none
 * @param keys its surrogate keys
 * @param moment of {@link Changes}, before it was made
 * @param madeAt {@link System#nanoTime}
 */
record ReadyAnswer(
        List<Header> headers,
        Buffer body,
        String tag,
        String template,
        List<String> keys,
        long moment,
        long madeAt) {
    /** What shows many articles may also depend on the time: a pin ends, an article grows old. */
    private static final long LISTS_LAST_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What an entry takes beside its body. */
    private static final int OVERHEAD = 1_000;

    /** A header field as it is written. */
    record Header(CharSequence name, CharSequence value) {
        static Header of(String name, String value) {
            return new Header(
                    HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
        }
    }

    boolean isTrue(Changes changes) {
        return changes.isTrue(moment, keys)
                && (!keys.contains(SurrogateKeys.EDITION)
                        || System.nanoTime() - madeAt < LISTS_LAST_NANOS);
    }

    int size() {
        return body.length() + OVERHEAD;
    }

    /**
     * Whether it can say what a conditional request asks. Another coding of the same has another
     * tag, and only what made the answer knows it.
     */
    boolean answers(String ifNoneMatch) {
        return ifNoneMatch == null || (tag != null && tag.equals(ifNoneMatch));
    }

    void send(HttpServerRequest request, HttpServerResponse response, String ifNoneMatch) {
        var sent = response.headers();
        headers.forEach(header -> sent.add(header.name(), header.value()));
        if (ifNoneMatch != null) {
            sent.remove(HttpHeaders.CONTENT_TYPE).remove(HttpHeaders.CONTENT_ENCODING);
            response.setStatusCode(304).end();
        } else if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(body.length())).end();
        } else {
            response.end(body);
        }
    }
}
