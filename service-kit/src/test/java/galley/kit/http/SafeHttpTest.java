package galley.kit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.kit.http.FetchException.BrokenAnswer;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.FetchException.TimedOut;
import galley.kit.http.FetchException.TooLarge;
import galley.kit.http.FetchException.Unreachable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Talks to a server that sends exactly the bytes it is told, and lets the socket hang after. */
class SafeHttpTest {
    private static final int LIMIT = 10_000;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private RawServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new RawServer(requests);
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void anAnswerComesWithItsHeaders() throws Exception {
        server.answers("/feed", ok("ETag: \"a\"\r\nRetry-After: 120\r\n", "news"));
        try (var http = http(true)) {
            var fetched =
                    http.get(
                            new FetchRequest(
                                    server.at("/feed"), "application/rss+xml", "\"o\"", "X"));
            assertThat(fetched.status()).isEqualTo(200);
            assertThat(text(fetched)).isEqualTo("news");
            assertThat(fetched.header("etag")).contains("\"a\"");
            assertThat(fetched.header("Retry-After")).contains("120");
            assertThat(fetched.movedTo()).isNull();
        }
        assertThat(requests.getFirst())
                .contains("GET /feed HTTP/1.1", "Accept: application/rss+xml")
                .contains("If-None-Match: \"o\"", "If-Modified-Since: X")
                .contains("Accept-Encoding: gzip\r", "User-Agent: Galley/test")
                .doesNotContain("Upgrade");
    }

    @Test
    void bytesAreSentToNobodyElse() throws Exception {
        server.answers("/hook", redirect(307, "/elsewhere"));
        try (var http = http(true)) {
            var request =
                    new PostRequest(
                            server.at("/hook"),
                            "application/json",
                            new byte[0],
                            Map.of("x-sign", "1"));
            assertThat(http.post(request).status()).isEqualTo(307);
        }
        assertThat(requests).hasSize(1);
        assertThat(requests.getFirst())
                .contains("POST /hook HTTP/1.1", "Content-Type: application/json", "x-sign: 1");
        try (var http = http(false)) {
            assertThatExceptionOfType(RefusedAddress.class)
                    .isThrownBy(
                            () ->
                                    http.post(
                                            new PostRequest(
                                                    server.at("/hook"),
                                                    "application/json",
                                                    new byte[0],
                                                    Map.of())));
        }
    }

    @Test
    void headAsksForNoBodyAndFollowsRedirects() throws Exception {
        server.answers("/old", redirect(301, "/film"));
        server.answers("/film", "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n");
        try (var http = http(true)) {
            var fetched = http.head(new FetchRequest(server.at("/old"), "*/*", null, null));
            assertThat(fetched.status()).isEqualTo(200);
            assertThat(fetched.body()).isEmpty();
            assertThat(fetched.movedTo()).isEqualTo(server.at("/film"));
        }
        assertThat(requests)
                .extracting(request -> request.split(" HTTP", 2)[0])
                .containsExactly("HEAD /old", "HEAD /film");
        try (var http = http(false)) {
            assertThatExceptionOfType(RefusedAddress.class)
                    .isThrownBy(
                            () ->
                                    http.head(
                                            new FetchRequest(
                                                    server.at("/film"), "*/*", null, null)));
        }
    }

    @Test
    void otherStatusesAreAnswersToo() throws Exception {
        server.answers("/feed", "HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n");
        server.answers("/gone", "HTTP/1.1 404 Not Found\r\nContent-Length: 999999\r\n\r\nno");
        try (var http = http(true)) {
            assertThat(get(http, "/feed").status()).isEqualTo(304);
            assertThat(get(http, "/gone").status()).isEqualTo(404);
        }
    }

    @Test
    void permanentRedirectsTellTheNewAddress() throws Exception {
        server.answers("/old", redirect(301, "/newer"));
        server.answers("/newer", redirect(308, "/new"));
        server.answers("/new", ok("", "news"));
        server.answers("/detour", redirect(302, "/old"));
        try (var http = http(true)) {
            var moved = get(http, "/old");
            assertThat(text(moved)).isEqualTo("news");
            assertThat(moved.movedTo()).isEqualTo(server.at("/new"));
            assertThat(moved.address()).isEqualTo(server.at("/new"));
            assertThat(get(http, "/detour").movedTo()).isNull();
        }
    }

    @Test
    void redirectsEnd() {
        server.answers("/loop", redirect(302, "/loop"));
        assertFails("/loop", BrokenAnswer.class, "redirects more than 5");
        assertThat(requests).hasSize(6);
    }

    @Test
    void aNameThatLeadsInsideIsRefused() throws Exception {
        try (var http = http(false)) {
            assertThatExceptionOfType(RefusedAddress.class)
                    .isThrownBy(() -> get(http, URI.create("http://ip6-localhost.example/")))
                    .withMessageContaining("inside this network");
        }
        assertThat(requests).isEmpty();
    }

    @Test
    void aRedirectThatLeadsInsideIsRefused() throws Exception {
        server.answers("/out", redirect(302, "http://ip6-localhost.example/secret"));
        server.answers("/literal", redirect(302, "http://127.0.0.1:" + server.port() + "/secret"));
        server.answers("/file", redirect(302, "file:///etc/hostname"));
        try (var http = http(false)) {
            for (var path : List.of("/out", "/literal", "/file")) {
                var address = URI.create("http://outside.example:" + server.port() + path);
                assertThatExceptionOfType(RefusedAddress.class)
                        .as(path)
                        .isThrownBy(() -> get(http, address));
            }
        }
        assertThat(requests).hasSize(3);
    }

    @Test
    void aBodyOverTheLimitIsTooLargeWithOrWithoutAnnouncement() throws Exception {
        server.answers("/announced", "HTTP/1.1 200 OK\r\nContent-Length: 10001\r\n\r\n");
        server.answers(
                "/chunked",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "2711\r\n"
                        + "x".repeat(10_001)
                        + "\r\n");
        server.answers("/bomb", gzipped("0".repeat(1_000_000)));
        for (var path : List.of("/announced", "/chunked", "/bomb")) {
            assertFails(path, TooLarge.class, "larger than 10000 bytes");
        }
    }

    @Test
    void compressedBodiesAreUnpacked() throws Exception {
        server.answers("/gzip", gzipped("news"));
        try (var http = http(true)) {
            assertThat(text(get(http, "/gzip"))).isEqualTo("news");
        }
        server.answers("/br", ok("Content-Encoding: br\r\n", "news"));
        assertFails("/br", BrokenAnswer.class, "compressed as br");
    }

    @Test
    void aBodyThatBreaksOffIsNoAnswer() throws Exception {
        server.answersAndCloses("/short", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        server.answersAndCloses(
                "/chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf");
        var whole = gzipped("news that is long enough to be cut");
        server.answersAndCloses(
                "/gzip",
                new String(whole, StandardCharsets.ISO_8859_1)
                        .substring(0, whole.length - 12)
                        .replaceFirst("Content-Length: \\d+\r\n", ""));
        server.answersAndCloses("/nothing", "");
        server.answersAndCloses("/noise", "SSH-2.0-harbour\r\n");
        for (var path : List.of("/short", "/chunk", "/gzip", "/nothing", "/noise")) {
            assertFails(path, BrokenAnswer.class, "broken");
        }
    }

    @Test
    void silenceAndDripsEndAtTheDeadline() throws Exception {
        server.answers("/silent", "HTTP/1.1 200 OK\r\n");
        server.drips("/drips", "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n", "x");
        assertFails("/silent", TimedOut.class, "");
        assertFails("/drips", TimedOut.class, "longer than");
    }

    @Test
    void nobodyThereIsSaidSo() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (var http = http(true)) {
            assertThatExceptionOfType(Unreachable.class)
                    .isThrownBy(() -> get(http, URI.create("http://127.0.0.1:" + free + "/")));
            assertThatExceptionOfType(Unreachable.class)
                    .isThrownBy(() -> get(http, URI.create("http://nobody.example/")))
                    .withMessageContaining("no host of this name");
        }
    }

    private void assertFails(String path, Class<? extends FetchException> type, String message) {
        try (var http = http(true)) {
            assertThatExceptionOfType(type)
                    .as(path)
                    .isThrownBy(() -> get(http, path))
                    .withMessageContaining(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Fetched get(SafeHttp http, String path) throws FetchException {
        return get(http, server.at(path));
    }

    private static Fetched get(SafeHttp http, URI address) throws FetchException {
        return http.get(new FetchRequest(address, "*/*", null, null));
    }

    private static SafeHttp http(boolean allowPrivateAddresses) {
        var settings =
                new FetchSettings(
                        allowPrivateAddresses,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        LIMIT,
                        "Galley/test");
        return new SafeHttp(settings, new TestNames(allowPrivateAddresses));
    }

    /**
     * Asks no name server: one name is outside although it leads here, one is not, none else is.
     */
    private static final class TestNames extends HostGuard {
        TestNames(boolean allowPrivateAddresses) {
            super(allowPrivateAddresses);
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return switch (host) {
                case "outside.example" -> new InetAddress[] {InetAddress.getLoopbackAddress()};
                case "ip6-localhost.example" -> super.resolve("localhost");
                case "nobody.example" -> throw new UnknownHostException(host);
                default -> super.resolve(host);
            };
        }
    }

    private static String ok(String headers, String body) {
        return "HTTP/1.1 200 OK\r\n"
                + headers
                + "Content-Length: "
                + body.length()
                + "\r\n\r\n"
                + body;
    }

    private static String redirect(int status, String location) {
        return "HTTP/1.1 "
                + status
                + " Moved\r\nContent-Length: 0\r\nLocation: "
                + location
                + "\r\n\r\n";
    }

    private static byte[] gzipped(String body) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        var head =
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                        + packed.size()
                        + "\r\n\r\n";
        var answer = new ByteArrayOutputStream();
        answer.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        answer.writeBytes(packed.toByteArray());
        return answer.toByteArray();
    }

    private static String text(Fetched fetched) {
        return new String(fetched.body(), StandardCharsets.UTF_8);
    }
}
