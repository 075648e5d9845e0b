package galley.editorial;

import java.net.URI;
import java.util.Map;
import java.util.Set;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import galley.testkit.AccessWalk;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may do what: every operation, with every role and with none. */
@OnServers
class AccessTest {
    private static final Set<String> READERS = Set.of("writer", "editor", "publisher", "admin");
    private static final Set<String> WRITERS = Set.of("writer", "editor", "publisher");
    private static final Set<String> EDITORS = Set.of("editor", "publisher");
    private static final Set<String> PUBLISHERS = Set.of("publisher");

    private static final Set<String> ADMINS = Set.of("admin");
    private static final Set<String> PUBLISHERS_AND_ADMINS = Set.of("publisher", "admin");

    private static final Map<String, Set<String>> ALLOWED =
            Map.ofEntries(
                    entry("GET /v1/articles", READERS),
                    entry("GET /v1/articles/facets", READERS),
                    entry("POST /v1/articles", WRITERS),
                    entry("POST /v1/articles/bulk", WRITERS),
                    entry("GET /v1/articles/{id}", READERS),
                    entry("PUT /v1/articles/{id}", WRITERS),
                    entry("PATCH /v1/articles/{id}", WRITERS),
                    entry("POST /v1/articles/{id}/submit", WRITERS),
                    entry("POST /v1/articles/{id}/withdraw", WRITERS),
                    entry("POST /v1/articles/{id}/approve", EDITORS),
                    entry("POST /v1/articles/{id}/request-changes", EDITORS),
                    entry("POST /v1/articles/{id}/reject", EDITORS),
                    entry("POST /v1/articles/{id}/release", PUBLISHERS),
                    entry("POST /v1/articles/{id}/schedule", PUBLISHERS),
                    entry("POST /v1/articles/{id}/unschedule", PUBLISHERS),
                    entry("POST /v1/articles/{id}/emergency-release", PUBLISHERS),
                    entry("POST /v1/articles/{id}/correct", PUBLISHERS),
                    entry("POST /v1/articles/{id}/update", PUBLISHERS),
                    entry("POST /v1/articles/{id}/withhold", PUBLISHERS),
                    entry("POST /v1/articles/{id}/reinstate", PUBLISHERS),
                    entry("POST /v1/articles/{id}/kill", PUBLISHERS),
                    entry("POST /v1/articles/{id}/spike", EDITORS),
                    entry("POST /v1/articles/{id}/restore", EDITORS),
                    entry("POST /v1/articles/{id}/assign", EDITORS),
                    entry("POST /v1/articles/{id}/proposals/accept", WRITERS),
                    entry("POST /v1/articles/{id}/proposals/{proposal}/accept", WRITERS),
                    entry("POST /v1/articles/{id}/proposals/{proposal}/dismiss", WRITERS),
                    entry("GET /v1/articles/{id}/lock", READERS),
                    entry("POST /v1/articles/{id}/lock", WRITERS),
                    entry("POST /v1/articles/{id}/unlock", WRITERS),
                    entry("GET /v1/articles/{id}/autosave", WRITERS),
                    entry("PUT /v1/articles/{id}/autosave", WRITERS),
                    entry("DELETE /v1/articles/{id}/autosave", WRITERS),
                    entry("GET /v1/calendar", READERS),
                    entry("GET /v1/figures", Set.of("editor", "publisher", "admin")),
                    entry("GET /v1/articles/{id}/trail", READERS),
                    entry("GET /v1/articles/{id}/deliveries", READERS),
                    entry("GET /v1/articles/{id}/history", READERS),
                    entry("GET /v1/articles/{id}/history/export", READERS),
                    entry("GET /v1/articles/{id}/history/verification", READERS),
                    entry("POST /v1/history/verification", ADMINS),
                    entry("GET /v1/staff", ADMINS),
                    entry("GET /v1/staff/{id}/export", ADMINS),
                    entry("DELETE /v1/staff/{id}", ADMINS),
                    entry("GET /v1/me/export", READERS),
                    entry("GET /v1/articles/{id}/checks", READERS),
                    entry("GET /v1/checks", READERS),
                    entry("PUT /v1/checks", PUBLISHERS_AND_ADMINS),
                    entry("GET /v1/desks", READERS),
                    entry("GET /v1/desks/{desk}", READERS),
                    entry("PUT /v1/desks/{desk}", ADMINS),
                    entry("GET /v1/workload", READERS),
                    entry("GET /v1/desks/{desk}/checks", READERS),
                    entry("PUT /v1/desks/{desk}/checks", PUBLISHERS_AND_ADMINS),
                    entry("GET /v1/sections", READERS),
                    entry("GET /v1/sections/{key}", READERS),
                    entry("PUT /v1/sections/{key}", PUBLISHERS_AND_ADMINS),
                    entry("DELETE /v1/sections/{key}", PUBLISHERS_AND_ADMINS),
                    entry("GET /v1/sections/{key}/page", READERS),
                    entry("PUT /v1/sections/{key}/page", PUBLISHERS),
                    entry("GET /v1/front-page", READERS),
                    entry("PUT /v1/front-page", PUBLISHERS),
                    entry("GET /v1/profiles", READERS),
                    entry("GET /v1/profiles/{kind}", READERS),
                    entry("PUT /v1/profiles/{kind}", ADMINS),
                    entry("GET /v1/templates", READERS),
                    entry("POST /v1/templates", EDITORS),
                    entry("GET /v1/templates/{id}", READERS),
                    entry("PUT /v1/templates/{id}", EDITORS),
                    entry("DELETE /v1/templates/{id}", EDITORS),
                    entry("GET /v1/house-style", READERS),
                    entry("PUT /v1/house-style", ADMINS),
                    entry("GET /v1/articles/{id}/attribution-lines", READERS),
                    entry("GET /v1/articles/{id}/revisions", READERS),
                    entry("GET /v1/articles/{id}/revisions/{revision}", READERS),
                    entry("GET /v1/articles/{id}/revisions/{range}/diff", READERS),
                    entry("POST /v1/articles/{id}/revisions/{revision}/restore", WRITERS),
                    entry("GET /v1/articles/{id}/source-revisions", READERS),
                    entry("GET /v1/articles/{id}/source-revisions/{itemRevision}/diff", READERS),
                    entry("POST /v1/articles/{id}/source-revisions/{itemRevision}/take", WRITERS),
                    entry("POST /v1/articles/{id}/source-revisions/{itemRevision}/leave", WRITERS),
                    entry("GET /v1/articles/{id}/comments", READERS),
                    entry("POST /v1/articles/{id}/comments", WRITERS),
                    entry("PATCH /v1/articles/{id}/comments/{comment}", WRITERS),
                    entry("DELETE /v1/articles/{id}/comments/{comment}", WRITERS),
                    entry("POST /v1/articles/{id}/comments/{comment}/resolve", WRITERS),
                    entry("POST /v1/articles/{id}/comments/{comment}/reopen", WRITERS),
                    entry("POST /v1/articles/{id}/comments/{comment}/accept", WRITERS),
                    entry("POST /v1/articles/{id}/comments/{comment}/dismiss", WRITERS),
                    entry("GET /v1/searches", READERS),
                    entry("POST /v1/searches", READERS),
                    entry("GET /v1/searches/{id}", READERS),
                    entry("PUT /v1/searches/{id}", READERS),
                    entry("DELETE /v1/searches/{id}", READERS),
                    entry("GET /v1/media", READERS),
                    entry("POST /v1/media", WRITERS),
                    entry("GET /v1/media/{hash}", READERS),
                    entry("GET /v1/media/{hash}/content", READERS),
                    entry("GET /v1/notifications", READERS),
                    entry("POST /v1/notifications/{notification}/read", READERS),
                    entry("POST /v1/notifications/read-all", READERS),
                    entry("GET /v1/stream", READERS),
                    entry("GET /v1/webhooks", ADMINS),
                    entry("POST /v1/webhooks", ADMINS),
                    entry("GET /v1/webhooks/{webhook}", ADMINS),
                    entry("PATCH /v1/webhooks/{webhook}", ADMINS),
                    entry("DELETE /v1/webhooks/{webhook}", ADMINS),
                    entry("POST /v1/webhooks/{webhook}/test", ADMINS),
                    entry("GET /v1/dead-letters", ADMINS),
                    entry("GET /v1/dead-letters/{id}", ADMINS),
                    entry("POST /v1/dead-letters/{id}/retry", ADMINS),
                    entry("POST /v1/dead-letters/{id}/discard", ADMINS));

    @Test
    void everyOperationLetsInWhomItShouldAndNobodyElse() {
        URI service = URI.create("http://127.0.0.1:" + RestAssured.port);
        assertThat(new AccessWalk(service).surprises(ALLOWED)).isEmpty();
    }
}
