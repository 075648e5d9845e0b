package galley.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Walks every operation that a running service's OpenAPI document names, as nobody and with every
 * role, and compares who gets in with who should.
 */
public final class AccessWalk {
    /** Somebody without a token. */
    public static final String NOBODY = "nobody";

    private static final List<String> ROLES =
            List.of("writer", "editor", "publisher", "admin", "source", "subscriber");
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final String SOME_ID = "0198c2f0-0000-7000-8000-000000000000";

    private final URI service;

    /** Not HTTP/2, where a server takes many answers that are closed unread for an attack. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * A walk through one service.
     *
     * @param service its root, for example {@code http://127.0.0.1:8081}
     */
    public AccessWalk(URI service) {
        this.service = service;
    }

    /**
     * Sends a request for each operation as nobody and with each role.
     *
     * @param allowed the roles that may, for each operation such as {@code POST /v1/sources};
     *     {@link #NOBODY} among them means that no token is needed
     * @return a line for each surprise: an operation that the table lacks or that is gone, somebody
     *     refused who may, or let in who may not; empty when all is as the table says
     */
    public List<String> surprises(Map<String, Set<String>> allowed) {
        Map<String, JsonNode> operations = operations();
        List<String> surprises = new ArrayList<>();
        Set<String> unlisted = new TreeSet<>(operations.keySet());
        unlisted.removeAll(allowed.keySet());
        unlisted.forEach(o -> surprises.add(o + ": the table does not say who may"));
        Set<String> gone = new TreeSet<>(allowed.keySet());
        gone.removeAll(operations.keySet());
        gone.forEach(o -> surprises.add(o + ": the service has no such operation"));
        operations.forEach(
                (operation, description) -> {
                    Set<String> may = allowed.getOrDefault(operation, Set.of());
                    surprises.addAll(surprises(operation, description, may));
                });
        return surprises;
    }

    private List<String> surprises(String operation, JsonNode description, Set<String> may) {
        List<String> surprises = new ArrayList<>();
        boolean open = may.contains(NOBODY);
        expect(surprises, operation, NOBODY, open ? 0 : 401, send(operation, description, null));
        for (String role : ROLES) {
            int refusal = open || may.contains(role) ? 0 : 403;
            String token = Tokens.of(role, "walker");
            expect(surprises, operation, role, refusal, send(operation, description, token));
        }
        return surprises;
    }

    private static void expect(
            List<String> surprises, String operation, String who, int refusal, int status) {
        boolean asExpected =
                refusal == 0 ? status != 401 && status != 403 && status < 500 : status == refusal;
        if (!asExpected) {
            String expected = refusal == 0 ? "to get in" : Integer.toString(refusal);
            surprises.add(
                    "%s as %s: expected %s, was %d".formatted(operation, who, expected, status));
        }
    }

    private int send(String operation, JsonNode description, String token) {
        String method = operation.substring(0, operation.indexOf(' '));
        String path =
                operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{[^}]+}", SOME_ID);
        JsonNode content = description.path("requestBody").path("content");
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
        if (content.isEmpty()) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.method(method, HttpRequest.BodyPublishers.ofString("{}"));
            request.header("Content-Type", content.fieldNames().next());
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = exchange(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream _ = answer.body()) { // closed unread: a stream has no end
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, JsonNode> operations() {
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve("/q/openapi?format=json")).build();
        String document = exchange(request, HttpResponse.BodyHandlers.ofString()).body();
        Map<String, JsonNode> operations = new TreeMap<>();
        try {
            for (var path : new ObjectMapper().readTree(document).path("paths").properties()) {
                for (var method : path.getValue().properties()) {
                    if (METHODS.contains(method.getKey())) {
                        operations.put(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                method.getValue());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return operations;
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
