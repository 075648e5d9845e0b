package galley.publish.ready;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.vertx.core.http.HttpHeaders;

import galley.publish.ready.ReadyAnswer.Header;

/** The head of an answer as HTTP/1.1 has it (RFC 9112), without the empty line that ends it. */
final class Head {
    private Head() {}

    /**
     * Writes it.
     *
     * @param status code and reason
     * @param headers lists that follow one another
     */
    @SafeVarargs
    static byte[] of(String status, List<Header>... headers) {
        var head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
        for (List<Header> some : headers) {
            some.forEach(header -> append(head, header));
        }
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static Header contentLength(int length) {
        return new Header(HttpHeaders.CONTENT_LENGTH, Integer.toString(length));
    }

    private static void append(StringBuilder head, Header header) {
        head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
}
