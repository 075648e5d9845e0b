package galley.localstack.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import galley.localstack.ReachableStack;
import galley.localstack.TokenIssuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is asked of a service, and what of a file is sent. */
class ImportClientTest {
    private static final int PART = 4 << 20;

    @TempDir private Path directory;
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private String imports = "{\"items\": [], \"next\": null}";
    private String parts = "";
    private Path file;

    @BeforeEach
    void start() throws IOException {
        byte[] bytes = new byte[2 * PART + 3];
        Arrays.fill(bytes, PART, 2 * PART, (byte) 1);
        file = Files.write(directory.resolve("archive.ndjson"), bytes);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFileIsSentInParts() throws Exception {
        client("wire").send("7", file, line -> {});
        assertThat(requests)
                .containsExactly(
                        "GET /v1/sources 0",
                        "GET /v1/imports/7 0",
                        "PUT /v1/imports/7/parts/1 " + PART,
                        "PUT /v1/imports/7/parts/2 " + PART,
                        "PUT /v1/imports/7/parts/3 3");
    }

    @Test
    void whatIsThereIsNotSentAgainUnlessItIsAnother() throws Exception {
        parts =
                "{\"number\": 1, \"sha256\":"
                        + " \"bb9f8df61474d25e71fa00722318cd387396ca1736605e1248821cc0de3d3af8\"},"
                        + " {\"number\": 3, \"sha256\": \"other\"}";
        client("wire").send("7", file, line -> {});
        assertThat(requests.subList(2, requests.size()))
                .containsExactly(
                        "PUT /v1/imports/7/parts/2 " + PART, "PUT /v1/imports/7/parts/3 3");
    }

    @Test
    void partsOfALongerFileAreNotTakenForThisOnes() {
        parts = "{\"number\": 4, \"sha256\": \"of a longer one\"}";
        assertThatThrownBy(() -> client("wire").send("7", file, line -> {}))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("longer file");
    }

    @Test
    void anImportOfTheFileThatWasBegunIsFoundAgain() throws Exception {
        imports =
                """
                {"items": [{"id": "1", "source": "s", "name": "archive.ndjson", "state": "done"},
                           {"id": "2", "source": "s", "name": "other.ndjson", "state": "running"},
                           {"id": "3", "source": "t", "name": "archive.ndjson", "state": "running"},
                           {"id": "4", "source": "s", "name": "archive.ndjson", "state": "uploading"}],
                 "next": null}\
                """;
        assertThat(client("Coast News").unfinished(file))
                .hasValueSatisfying(begun -> assertThat(begun.path("id").asText()).isEqualTo("4"));
        assertThat(client("s").unfinished(directory.resolve("new.ndjson"))).isEmpty();
    }

    private ImportClient client(String source) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        TokenIssuer tokens = TokenIssuer.of(TokenIssuer.newKey(), Clock.systemUTC());
        return ImportClient.of(new ReachableStack(tokens, Map.of(), address), source);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int length = exchange.getRequestBody().readAllBytes().length;
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path + " " + length);
            String body =
                    switch (path) {
                        case "/v1/sources" ->
                                "{\"items\": [{\"id\": \"s\", \"name\": \"Coast News\"}], \"next\":"
                                        + " null}";
                        case "/v1/imports" -> imports;
                        default -> "{\"id\": \"7\", \"parts\": [%s]}".formatted(parts);
                    };
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
