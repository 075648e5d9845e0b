package galley.publish.ready;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.netty.util.AsciiString;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** A whole answer, as it was sent. */
final class ReadyAnswer {
    /**
     * What shows many articles may also depend on the time: a pin ends, an article grows old. After
     * this it is made anew, by one request; until that is done the others get what there is.
     */
    private static final long DUE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** After this nobody gets it, whether it was made anew or not. */
    private static final long OLD_NANOS = 2 * DUE_NANOS;

    /** What an entry takes beside its body. */
    private static final int OVERHEAD = 4_000;

    private final List<Header> headers;
    private final List<Header> headersOfNotModified;
    private final byte[] body;
    private final byte[] head;
    private final byte[] headOfNotModified;
    private final String tag;
    private final String template;
    private final List<String> keys;
    private final long moment;
    private final boolean dependsOnTime;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private volatile long madeAt;

    /** A header field as it is written. */
    record Header(CharSequence name, CharSequence value) {
        static Header of(String name, String value) {
            return new Header(
                    HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
        }

        boolean is(CharSequence other) {
            return AsciiString.contentEqualsIgnoreCase(name, other);
        }
    }

    /**
     * An answer.
     *
     * @param every the header fields that every answer has, before any is made
     * @param headers its own
     * @param tag its entity tag with quotes; null for none
     * @param template of the address that answered, under which answers are counted; null for none
     * @param keys its surrogate keys
     * @param moment of {@link Changes}, before it was made
     * @param now as {@link System#nanoTime} has it, like all times here
     */
    ReadyAnswer(
            List<Header> every,
            List<Header> headers,
            byte[] body,
            String tag,
            String template,
            List<String> keys,
            long moment,
            long now) {
        this.headers = headers;
        this.headersOfNotModified =
                headers.stream().filter(header -> !describesBody(header)).toList();
        this.body = body;
        this.tag = tag;
        this.template = template;
        this.keys = keys;
        this.moment = moment;
        this.madeAt = now;
        this.dependsOnTime = keys.contains(SurrogateKeys.EDITION);
        this.head = Head.of("200 OK", every, headers, List.of(Head.contentLength(body.length)));
        this.headOfNotModified = Head.of("304 Not Modified", every, headersOfNotModified);
    }

    private static boolean describesBody(Header header) {
        return header.is(HttpHeaders.CONTENT_TYPE) || header.is(HttpHeaders.CONTENT_ENCODING);
    }

    String tag() {
        return tag;
    }

    String template() {
        return template;
    }

    byte[] body() {
        return body;
    }

    /** Status line and header fields; what goes to one client alone and an empty line follow. */
    byte[] head() {
        return head;
    }

    /** The same for whoever has the body already. */
    byte[] headOfNotModified() {
        return headOfNotModified;
    }

    /** Whether it would come out the same, but for what depends on the time. */
    boolean isTrue(Changes changes, long now) {
        return isUnchanged(changes) && (!dependsOnTime || now - madeAt < OLD_NANOS);
    }

    private boolean isUnchanged(Changes changes) {
        return changes.isTrue(moment, keys);
    }

    /** Whether somebody should make it anew, and nobody does. */
    boolean isDue(long now) {
        return dependsOnTime && now - madeAt >= DUE_NANOS && !claimed.get();
    }

    /** Makes it the caller's to make it anew; false where it is somebody else's. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    /** Somebody made it anew and it came out the same. */
    void renew(Changes changes, long now) {
        if (isUnchanged(changes)) {
            madeAt = now;
            claimed.set(false);
        }
    }

    int size() {
        return body.length + OVERHEAD;
    }

    /**
     * Whether it can say what a conditional request asks. Another coding of the same has another
     * tag, and only what made the answer knows it.
     */
    boolean answers(String ifNoneMatch) {
        return ifNoneMatch == null || (tag != null && tag.equals(ifNoneMatch));
    }

    void send(HttpServerRequest request, HttpServerResponse response, String ifNoneMatch) {
        boolean wanted = ifNoneMatch == null;
        for (Header header : wanted ? headers : headersOfNotModified) {
            response.headers().add(header.name(), header.value());
        }
        if (!wanted) {
            response.setStatusCode(304).end();
        } else if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(body.length)).end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }
}
