package galley.localstack.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import galley.localstack.ReachableStack;
import galley.localstack.TokenIssuer;

/** Calls the ingest service about the imports of one source. */
final class ImportClient {
    /** What the service takes of a file at once. */
    private static final int PART = 4 << 20;

    private static final List<String> UNFINISHED = List.of("uploading", "running");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final URI service;
    private final String token;
    private final String source;

    /**
     * @param source the id, or null for the token's own
     */
    private ImportClient(URI service, String token, String source) {
        this.service = service;
        this.token = token;
        this.source = source;
    }

    /**
     * A client for a source.
     *
     * @param source its id or its name; under a name that none has, one that pushes
     */
    static ImportClient of(ReachableStack stack, String source)
            throws IOException, InterruptedException {
        var admin = new ImportClient(stack.ingest(), token(stack, "admin", "admin"), null);
        for (JsonNode known : admin.all("/v1/sources")) {
            var id = known.path("id").asText();
            if (source.equals(id) || source.equals(known.path("name").asText())) {
                return new ImportClient(admin.service, admin.token, id);
            }
        }
        return new ImportClient(stack.ingest(), token(stack, "source", source), null);
    }

    private static String token(ReachableStack stack, String role, String name) {
        return stack.tokens().issue(role, name, TokenIssuer.LIFE);
    }

    /** The import of a file that was begun and is not over. */
    Optional<JsonNode> unfinished(Path file) throws IOException, InterruptedException {
        for (JsonNode known : all("/v1/imports")) {
            if (name(file).equals(known.path("name").asText())
                    && (source == null || source.equals(known.path("source").asText()))
                    && UNFINISHED.contains(known.path("state").asText())) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** Registers an import; answers its id. */
    String register(Path file, String format) throws IOException, InterruptedException {
        Map<String, String> request = new HashMap<>();
        request.put("name", name(file));
        request.put("format", format);
        request.put("source", source);
        var body = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request));
        return send(request("/v1/imports").POST(body), "application/json").path("id").asText();
    }

    /** Sends the parts of a file that the service does not have yet. */
    void send(String id, Path file, Consumer<String> progress)
            throws IOException, InterruptedException {
        Map<Integer, String> present = new HashMap<>();
        get(id).path("parts")
                .forEach(
                        part ->
                                present.put(
                                        part.path("number").asInt(), part.path("sha256").asText()));
        long size = Files.size(file);
        long sent = 0;
        int number = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                number++;
                if (!sha256(part).equals(present.remove(number))) {
                    var body = BodyPublishers.ofByteArray(part);
                    send(
                            request(path(id) + "/parts/" + number).PUT(body),
                            "application/octet-stream");
                }
                sent += part.length;
                progress.accept("%3d %%  sent".formatted(100 * sent / size));
            }
        }
        if (!present.isEmpty()) { // parts behind its end
            throw new CommandException(
                    "A longer file of this name was sent before; cancel its import "
                            + id
                            + " first");
        }
    }

    /** Has the service take in what was sent. */
    void start(String id) throws IOException, InterruptedException {
        send(request(path(id) + "/start").POST(BodyPublishers.noBody()), null);
    }

    /** How far an import has come. */
    JsonNode get(String id) throws IOException, InterruptedException {
        return send(request(path(id)).GET(), null);
    }

    private List<JsonNode> all(String path) throws IOException, InterruptedException {
        var all = new ArrayList<JsonNode>();
        var page = send(request(path + "?limit=100").GET(), null);
        page.path("items").forEach(all::add);
        while (!page.path("next").isNull()) {
            var next = path + "?limit=100&cursor=" + page.path("next").asText();
            page = send(request(next).GET(), null);
            page.path("items").forEach(all::add);
        }
        return all;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request, String contentType)
            throws IOException, InterruptedException {
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        var body =
                answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
        if (answer.statusCode() >= 500) {
            throw new IOException("The ingest service answers " + answer.statusCode());
        }
        if (answer.statusCode() >= 400) {
            throw new CommandException(
                    body.path("title").asText() + ": " + body.path("detail").asText());
        }
        return body;
    }

    private static String path(String id) {
        return "/v1/imports/" + id;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
