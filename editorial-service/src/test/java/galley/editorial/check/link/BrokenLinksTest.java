package galley.editorial.check.link;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** The links of articles are fetched in the background, and what they lead to is found. */
@OnServers
class BrokenLinksTest {
    private final Site site = new Site();
    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");

    @Inject AgroalDataSource database;

    @AfterEach
    void close() {
        site.close();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    private static String body(String... links) {
        StringBuilder body = new StringBuilder();
        for (String link : links) {
            body.append("<p><a href='%s'>a link</a></p>".formatted(link));
        }
        return body.toString();
    }

    private static String parts(String body) {
        return "{\"headline\": \"Harbour\", \"parts\": [{\"type\": \"original\", \"body\": \"%s\"}]}"
                .formatted(body);
    }

    private String article(String... links) {
        return wim.post("/v1/articles", parts(body(links))).expect(201).json().path("id").asText();
    }

    private List<JsonNode> broken(String article) {
        return wim.get("/v1/articles/" + article + "/checks")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(finding -> finding.path("check").asText().equals("broken-link"))
                .toList();
    }

    private List<String> brokenAddresses(String article) {
        return broken(article).stream().map(found -> found.path("evidence").asText()).toList();
    }

    private boolean isChecked(String address) throws SQLException {
        return holds("select checked_at is not null from link where address = ?", address);
    }

    private boolean holds(String question, String address) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(question)) {
            query.setString(1, address);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private void dayPasses(String address) throws SQLException {
        change("update link set next_check_at = now() where address = ?", address);
    }

    private void change(String statement, String value) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(statement)) {
            update.setString(1, value);
            update.executeUpdate();
        }
    }

    /** An article of a desk that lets nothing out with a broken link. */
    private String strictArticle(String... links) {
        String desk = "coast-" + UUID.randomUUID();
        pia.send(
                        "PUT",
                        "/v1/desks/" + desk + "/checks",
                        "{\"broken-link\": \"block\"}",
                        "If-Match",
                        "\"0\"")
                .expect(200);
        String article = article(links);
        pia.decide(article, "assign", "{\"desk\": \"%s\"}".formatted(desk)).expect(200);
        return article;
    }

    private void itsServerIsBusy(String link) throws SQLException {
        change(
                "insert into link_server (server, next_at) values (?, now() + interval '1 hour')",
                URI.create(link).getRawAuthority());
    }

    private void itsServerIsFree(String link) throws SQLException {
        change(
                "update link_server set next_at = now() where server = ?",
                URI.create(link).getRawAuthority());
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() throws SQLException {
        String works = site.answers("/works", 200);
        String gone = site.answers("/gone", 410);
        String closed = site.answers("/closed", 403);
        String article = article(works, gone, closed);
        await().until(() -> isChecked(works) && isChecked(closed) && isChecked(gone));
        assertThat(brokenAddresses(article)).containsExactly(gone);
        JsonNode found = broken(article).getFirst();
        assertThat(found.path("part").asText()).isEqualTo("p1");
        assertThat(found.path("message").asText()).contains("410");
        assertThat(site.requests())
                .contains("HEAD /works", "HEAD /gone", "GET /gone", "HEAD /closed", "GET /closed")
                .doesNotContain("GET /works");
    }

    @Test
    void whatDoesNotCareForHeadIsAskedByGet() {
        String link = site.answers("HEAD", "/page", 405);
        site.answers("GET", "/page", 200);
        String article = article(link);
        await().until(() -> isChecked(link));
        assertThat(site.requests()).containsExactly("HEAD /page", "GET /page");
        assertThat(brokenAddresses(article)).isEmpty();
    }

    @Test
    void aServerInTroubleIsAskedThreeTimes() {
        String link = site.answers("GET", "/page", 503);
        String article = article(link);
        await().until(() -> brokenAddresses(article).contains(link));
        assertThat(site.requests())
                .containsExactly("HEAD /page", "GET /page", "GET /page", "GET /page");
    }

    @Test
    void aServerInTroubleForAMomentIsNot() throws SQLException {
        String link = site.answers("GET", "/page", 503);
        String article = article(link);
        await().until(() -> isChecked(link));
        site.answers("GET", "/page", 200);
        await().until(() -> holds("select failures = 0 from link where address = ?", link));
        assertThat(brokenAddresses(article)).isEmpty();
    }

    @Test
    void articlesWithTheSameLinkAskOnce() {
        String link = site.answers("/page", 200);
        article(link);
        await().until(() -> isChecked(link));
        String other = site.answers("/other", 200);
        article(link, other);
        await().until(() -> isChecked(other));
        assertThat(site.requests()).containsExactly("HEAD /page", "HEAD /other");
    }

    @Test
    void anEditBringsItsLinksAndTakesOthersAway() {
        String one = site.answers("/one", 404);
        String two = site.answers("/two", 404);
        String article = article(one);
        await().until(() -> brokenAddresses(article).equals(List.of(one)));
        wim.patch(article, parts(body(two))).expect(200);
        await().until(() -> brokenAddresses(article).equals(List.of(two)));
    }

    @Test
    void aLinkIsLookedAtAgainWhileSomebodyWaitsForIt() throws SQLException {
        String link = site.answers("/page", 200);
        String article = article(link);
        await().until(() -> isChecked(link));
        site.answers("/page", 404);
        dayPasses(link);
        await().until(() -> brokenAddresses(article).equals(List.of(link)));
    }

    @Test
    void ofWhatIsReleasedNobodyWaits() throws SQLException {
        String link = site.answers("/page", 200);
        String article = article(link);
        await().until(() -> isChecked(link));
        wim.decide(article, "submit", null).expect(200);
        eva.decide(article, "approve", null).expect(200);
        pia.decide(article, "release", null).expect(200);
        dayPasses(link);
        await().until(() -> !holds("select true from link where address = ?", link));
        assertThat(brokenAddresses(article)).isEmpty();
    }

    @Test
    void whatIsRestoredIsLookedAtAgain() throws SQLException {
        String link = site.answers("/page", 200);
        String article = article(link);
        await().until(() -> isChecked(link));
        eva.decide(article, "spike", null).expect(200);
        dayPasses(link);
        await().until(() -> !holds("select true from link where address = ?", link));
        site.answers("/page", 404);
        eva.decide(article, "restore", null).expect(200);
        await().until(() -> brokenAddresses(article).equals(List.of(link)));
    }

    @Test
    void whereBrokenLinksStopAReleaseSoDoesWhatWasNotFetchedYet() throws SQLException {
        String link = site.answers("/page", 200);
        itsServerIsBusy(link);
        String article = strictArticle(link);
        assertThat(broken(article))
                .extracting(found -> found.path("message").asText())
                .containsExactly("The link has not been fetched yet.");
        String now = "{\"internalNote\": \"It can't wait.\"}";
        assertThat(
                        pia.decide(article, "emergency-release", now)
                                .problem(409, "checks-block")
                                .at("/findings/0/evidence")
                                .asText())
                .isEqualTo(link);
        itsServerIsFree(link);
        await().until(() -> isChecked(link));
        pia.decide(article, "emergency-release", now).expect(200);
        assertThat(broken(article)).isEmpty();
    }

    @Test
    void whoReleasesMaySayThatItNeedNotBeFetched() throws SQLException {
        String link = site.answers("/page", 200);
        itsServerIsBusy(link);
        String article = strictArticle(link);
        pia.decide(
                        article,
                        "emergency-release",
                        "{\"internalNote\": \"I looked.\", \"override\": [\"broken-link\"]}")
                .expect(200);
    }

    @Test
    void soDoesWhatFailedOnce() throws SQLException {
        String link = site.answers("/page", 200);
        itsServerIsBusy(link);
        String article = strictArticle(link);
        await().until(() -> holds("select true from link where address = ?", link));
        change(
                "update link set checked_at = now(), failures = 1, status = 503 where address = ?",
                link);
        assertThat(broken(article).getFirst().path("message").asText())
                .contains("fetched again soon", "503");
    }

    @Test
    void whoOnlyWarnsIsNotToldOfWhatWasNotFetchedYet() throws SQLException {
        String link = site.answers("/page", 200);
        itsServerIsBusy(link);
        assertThat(broken(article(link))).isEmpty();
    }

    @Test
    void aHostThatDoesNotExistIsFound() {
        String link = "http://galley-test.invalid/page";
        String article = article(link);
        await().until(() -> brokenAddresses(article).equals(List.of(link)));
        assertThat(broken(article).getFirst().path("message").asText())
                .contains("There is no host of this name");
    }
}
