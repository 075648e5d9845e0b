package galley.editorial.figures;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.TestTransaction;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.OnServers;
import galley.editorial.time.Days;

import static org.assertj.core.api.Assertions.assertThat;

/** How the desk does. */
@OnServers
class FiguresTest {
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");

    @Inject AgroalDataSource database;
    @Inject FiguresReader reader;

    /** Yesterday to tomorrow: a test may run at midnight. */
    private JsonNode figures() {
        var today = LocalDate.now(ZoneOffset.UTC);
        return eva.get(
                        "/v1/figures?zone=UTC&from=%s&to=%s"
                                .formatted(today.minusDays(1), today.plusDays(1)))
                .expect(200)
                .json();
    }

    private static JsonNode with(JsonNode list, String field, String value) {
        for (JsonNode one : list) {
            if (one.path(field).asText().equals(value)) {
                return one;
            }
        }
        throw new AssertionError("No %s %s in %s".formatted(field, value, list));
    }

    @Test
    void eachDesksWorkIsCounted() {
        String desk = "figures-" + UUID.randomUUID();
        String one = Submission.to(desk);
        pia.decide(one, "approve", null).expect(200);
        pia.decide(one, "release", null).expect(200);
        String two = Submission.to(desk);
        pia.decide(two, "reject", "{\"note\": \"Too late\"}").expect(200);
        var figures = figures();
        var mine = with(figures.path("desks"), "desk", desk);
        assertThat(mine.path("created").asInt()).isEqualTo(2);
        assertThat(mine.path("submitted").asInt()).isEqualTo(2);
        assertThat(mine.path("approved").asInt()).isEqualTo(1);
        assertThat(mine.path("released").asInt()).isEqualTo(1);
        assertThat(mine.path("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void rejectionsAreCountedByReason() {
        long duplicates = rejections("duplicate");
        long others = rejections("other");
        reject("{\"note\": \"Like yesterday's\", \"reason\": \"duplicate\"}");
        reject("{\"note\": \"For no reason that has a name\"}");
        assertThat(rejections("duplicate")).isEqualTo(duplicates + 1);
        assertThat(rejections("other")).isEqualTo(others + 1);
    }

    private void reject(String body) {
        pia.decide(Submission.to("any"), "reject", body).expect(200);
    }

    private long rejections(String reason) {
        var rejections = figures().path("rejections");
        return rejections.findValuesAsText("reason").contains(reason)
                ? with(rejections, "reason", reason).path("count").asLong()
                : 0;
    }

    @Test
    @TestTransaction
    void rejectionsFromBeforeThereWereReasonsHadOtherOnes() throws SQLException {
        before("2001-06-20", Submission.to("any"), "reject");
        var figures = reader.of(Days.read("2001-06-20", "2001-06-20", "UTC"));
        assertThat(figures.rejections()).containsExactly(new Figures.Rejection("other", 1));
    }

    @Test
    void whatADeskDidStaysItsOwnWhenItHandsOver() {
        String writing = "figures-" + UUID.randomUUID();
        String reviewing = "figures-" + UUID.randomUUID();
        String id = Submission.to(writing);
        eva.decide(id, "assign", "{\"desk\": \"%s\"}".formatted(reviewing)).expect(200);
        pia.decide(id, "approve", null).expect(200);
        var desks = figures().path("desks");
        assertThat(with(desks, "desk", writing).path("submitted").asInt()).isEqualTo(1);
        assertThat(with(desks, "desk", writing).path("approved").asInt()).isZero();
        assertThat(with(desks, "desk", reviewing).path("submitted").asInt()).isZero();
        assertThat(with(desks, "desk", reviewing).path("approved").asInt()).isEqualTo(1);
    }

    @Test
    @TestTransaction
    void whatWasDoneBeforeDesksWereNotedCountsForThePresentOne() throws SQLException {
        String desk = "figures-" + UUID.randomUUID();
        String id = Submission.to(desk);
        before("2001-05-20", id, "submit");
        var figures = reader.of(Days.read("2001-05-20", "2001-05-20", "UTC"));
        assertThat(figures.desks()).containsExactly(new Figures.Desk(desk, 0, 0, 1, 0, 0, 0));
    }

    /** An entry as an earlier version wrote it, for the test's transaction alone. */
    private void before(String day, String article, String step) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into history (article_id, at, actor, step, from_workflow, to_workflow,
                        to_publication, version, hash)
                    values ('%s', '%sT12:00:00Z', 'staff:x', '%s', 'DRAFT', 'IN_REVIEW',
                        'UNPUBLISHED', 0, '')
                    """
                            .formatted(article, day, step));
        }
    }

    @Test
    void staysInAStateAreMeasuredOnceTheyHaveEnded() {
        long before = stays();
        String id = Submission.to("any");
        assertThat(stays()).isEqualTo(before + 1); // of the draft
        eva.patch(id, "{\"standfirst\": \"An edit is no other state\"}").expect(200);
        assertThat(stays()).isEqualTo(before + 1);
        var draft = with(figures().path("states"), "state", "draft");
        assertThat(draft.path("median").asDouble()).isPositive();
        assertThat(draft.path("p95").asDouble())
                .isGreaterThanOrEqualTo(draft.path("median").asDouble());
    }

    private long stays() {
        var states = figures().path("states");
        return states.findValuesAsText("state").contains("draft")
                ? with(states, "state", "draft").path("stays").asLong()
                : 0;
    }

    @Test
    void figuresAreOfFourHundredDaysAtMost() {
        String from = "/v1/figures?zone=Europe/Lisbon&from=2026-01-01&to=";
        eva.get(from + "2027-02-04").expect(200);
        var problem = eva.get(from + "2027-02-05").problem(422, "unprocessable");
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("to");
        eva.get("/v1/figures?zone=UTC&from=0001-01-01&to=9999-12-31").problem(422, "unprocessable");
    }

    @Test
    void whatIsNoDayIsRefused() {
        eva.get("/v1/figures?zone=UTC&from=x&to=y").problem(400, "bad-request");
    }
}
