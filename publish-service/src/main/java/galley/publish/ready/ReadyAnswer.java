package galley.publish.ready;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * A whole answer, as it was sent.
 *
 * @param tag its entity tag with quotes; null for none
 * @param keys its surrogate keys
 * @param moment of {@link Changes}, before it was made
 * @param madeAt {@link System#nanoTime}
 */
record ReadyAnswer(
        MultiMap headers, Buffer body, String tag, List<String> keys, long moment, long madeAt) {
    /** What shows many articles may also depend on the time: a pin ends, an article grows old. */
    private static final long LISTS_LAST_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What an entry takes beside its body. */
    private static final int OVERHEAD = 1_000;

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
        response.headers().addAll(headers);
        if (ifNoneMatch != null) {
            response.headers().remove("Content-Type").remove("Content-Encoding");
            response.setStatusCode(304).end();
        } else if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(body.length())).end();
        } else {
            response.end(body);
        }
    }
}
