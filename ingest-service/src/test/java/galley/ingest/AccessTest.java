package galley.ingest;

import java.net.URI;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import galley.testkit.AccessWalk;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may what. */
@OnServers
class AccessTest {
    private static final Set<String> ADMIN = Set.of("admin");
    private static final Set<String> IMPORTERS = Set.of("admin", "source");
    private static final Set<String> STAFF = Set.of("writer", "editor", "publisher", "admin");
    private static final Set<String> READERS =
            Set.of("writer", "editor", "publisher", "admin", "source");

    @Test
    void everyOperationIsForItsRolesAndForNobodyElse() {
        var allowed =
                Map.ofEntries(
                        Map.entry("GET /v1/sources", ADMIN),
                        Map.entry("POST /v1/sources", ADMIN),
                        Map.entry("GET /v1/sources/{id}", ADMIN),
                        Map.entry("PATCH /v1/sources/{id}", ADMIN),
                        Map.entry("DELETE /v1/sources/{id}", ADMIN),
                        Map.entry("POST /v1/sources/{id}/fetch", ADMIN),
                        Map.entry("GET /v1/sources/{id}/runs", ADMIN),
                        Map.entry("POST /v1/sources/{id}/dry-run", ADMIN),
                        Map.entry("POST /v1/sources/dry-run", ADMIN),
                        Map.entry("GET /v1/rules", ADMIN),
                        Map.entry("POST /v1/rules", ADMIN),
                        Map.entry("GET /v1/rules/{id}", ADMIN),
                        Map.entry("PUT /v1/rules/{id}", ADMIN),
                        Map.entry("DELETE /v1/rules/{id}", ADMIN),
                        Map.entry("POST /v1/rules/dry-run", ADMIN),
                        Map.entry("POST /v1/items", Set.of("source")),
                        Map.entry("GET /v1/items/{id}", READERS),
                        Map.entry("GET /v1/items/{id}/raw", READERS),
                        Map.entry("GET /v1/imports", IMPORTERS),
                        Map.entry("POST /v1/imports", IMPORTERS),
                        Map.entry("GET /v1/imports/{id}", IMPORTERS),
                        Map.entry("PUT /v1/imports/{id}/parts/{number}", IMPORTERS),
                        Map.entry("POST /v1/imports/{id}/start", IMPORTERS),
                        Map.entry("POST /v1/imports/{id}/cancel", IMPORTERS),
                        Map.entry("GET /v1/items/{id}/similar", STAFF),
                        Map.entry("GET /v1/items/{id}/follow-ups", STAFF),
                        Map.entry("GET /v1/pictures/{sha256}", STAFF),
                        Map.entry("GET /v1/sources/{id}/websub", ADMIN),
                        Map.entry("GET /v1/websub/{token}", Set.of(AccessWalk.NOBODY)),
                        Map.entry("POST /v1/websub/{token}", Set.of(AccessWalk.NOBODY)),
                        Map.entry("GET /v1/quarantine", ADMIN),
                        Map.entry("GET /v1/quarantine/{id}", ADMIN),
                        Map.entry("GET /v1/quarantine/{id}/raw", ADMIN),
                        Map.entry("POST /v1/quarantine/retry", ADMIN),
                        Map.entry("POST /v1/quarantine/{id}/retry", ADMIN),
                        Map.entry("POST /v1/quarantine/{id}/discard", ADMIN),
                        Map.entry("GET /v1/dead-letters", ADMIN),
                        Map.entry("GET /v1/dead-letters/{id}", ADMIN),
                        Map.entry("POST /v1/dead-letters/{id}/retry", ADMIN),
                        Map.entry("POST /v1/dead-letters/{id}/discard", ADMIN));
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class);
        var service = URI.create("http://127.0.0.1:" + port);
        assertThat(new AccessWalk(service).surprises(allowed)).isEmpty();
    }
}
