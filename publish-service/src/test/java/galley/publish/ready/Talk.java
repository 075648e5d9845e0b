package galley.publish.ready;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.restassured.RestAssured;

/** One connection of HTTP/1.1, on which requests are sent as they are written. */
final class Talk implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    Talk() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(30_000);
        in = socket.getInputStream();
    }

    /**
     * An answer.
     *
     * @param headers each field's name in small letters with its values
     * @param body a character for each byte
     */
    record Answer(int status, Map<String, List<String>> headers, String body) {
        String text() {
            return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /** A request to get a path; header fields are whole lines. */
    static String get(String path, String... fields) {
        return "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
                .formatted(
                        path,
                        List.of(fields).stream()
                                .map(it -> it + "\r\n")
                                .collect(Collectors.joining()));
    }

    /** Sends requests at once, without waiting for an answer. */
    void send(String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
    }

    Answer ask(String request) throws IOException {
        send(request);
        return read();
    }

    /** Reads the next answer, of which the head says how long it is. */
    Answer read() throws IOException {
        var lines = head().lines().toList();
        int status = Integer.parseInt(lines.getFirst().substring(9, 12));
        var headers =
                lines.stream()
                        .skip(1)
                        .map(line -> line.split(": ", 2))
                        .collect(
                                Collectors.groupingBy(
                                        field -> field[0].toLowerCase(Locale.ROOT),
                                        Collectors.mapping(
                                                field -> field[1], Collectors.toList())));
        int length =
                Integer.parseInt(headers.getOrDefault("content-length", List.of("0")).getFirst());
        byte[] body = in.readNBytes(status == 304 ? 0 : length);
        return new Answer(status, headers, new String(body, StandardCharsets.ISO_8859_1));
    }

    private String head() throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("After " + head);
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
