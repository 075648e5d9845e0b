package galley.editorial.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** Desks: who may do what with their articles, and what waits there. */
@OnServers
class DesksTest {
    private final Api admin = Api.as("admin", "ada");
    private final String desk = "desk-" + UUID.randomUUID();
    private final String login = "lia-" + UUID.randomUUID();
    private final Api lia = Api.as("editor", login);
    private final Api pia = Api.as("publisher", "pia-" + UUID.randomUUID());

    @Test
    void aDeskThatWasNeverSetIsOpenToEverybody() {
        JsonNode open = admin.get("/v1/desks/" + desk).expect(200).json();
        assertThat(open.path("fourEyes").asBoolean()).isTrue();
        assertThat(open.path("members")).isEmpty();
        lia.decide(inDesk(lia), "submit", "{}").expect(200);
    }

    @Test
    void aDeskHasTheMembersAndRulesThatWereSet() {
        keep(
                "{\"fourEyes\": false, \"members\": [{\"user\": \"%s\", \"role\": \"editor\"}],"
                        + " \"privileges\": {\"assign\": \"publisher\"}}");
        Answer kept = admin.get("/v1/desks/" + desk).expect(200);
        assertThat(kept.header("ETag")).isEqualTo("\"1\"");
        assertThat(kept.json().path("fourEyes").asBoolean()).isFalse();
        assertThat(kept.json().at("/members/0/user").asText()).startsWith("staff:");
        assertThat(kept.json().at("/members/0/role").asText()).isEqualTo("editor");
        assertThat(kept.json().at("/privileges/assign").asText()).isEqualTo("publisher");
        assertThat(values(admin, "/v1/desks?limit=100", "desk")).contains(desk);
    }

    @Test
    void whatIsAnsweredCanBeSentBack() {
        keep("{\"members\": [{\"user\": \"%s\", \"role\": \"editor\"}]}");
        Answer kept = admin.get("/v1/desks/" + desk);
        Answer again = put(kept.response().body(), kept.header("ETag")).expect(200);
        assertThat(again.header("ETag")).isEqualTo(kept.header("ETag"));
        assertThat(again.json()).isEqualTo(kept.json());
    }

    @Test
    void aDeskIsNotSetUnseen() {
        keep("{\"fourEyes\": false}");
        admin.send("PUT", "/v1/desks/" + desk, "{}").problem(428, "precondition-required");
        put("{}", "\"0\"").problem(412, "precondition-failed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"members\": [{\"user\": \"x\", \"role\": \"admin\"}]}     | members[0].role",
                "{\"members\": [{\"role\": \"editor\"}]}                     | members[0].user",
                "{\"privileges\": {\"release\": \"writer\"}}                 | privileges.release",
                "{\"privileges\": {\"fly\": \"writer\"}}                     | privileges.fly",
                "{\"privileges\": {\"kill\": \"publisher\"}}                 | privileges.kill",
                "{\"privileges\": {\"source-update\": \"publisher\"}}        |"
                        + " privileges.source-update",
                "{\"fourEyes\": \"no\"}                                      | fourEyes",
                "{\"colour\": \"red\"}                                       | colour",
            })
    void rulesThatMakeNoSenseAreRefused(String body, String field) {
        JsonNode problem = put(body, "\"0\"").problem(422, "unprocessable");
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(admin.get("/v1/desks/" + desk).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void nobodyIsAMemberTwice() {
        String member = "{\"user\": \"%s\", \"role\": \"editor\"}".formatted(login);
        put("{\"members\": [%s, %s]}".formatted(member, member), "\"0\"")
                .problem(422, "unprocessable");
    }

    @Test
    void onlyMembersWorkOnAnArticleOfTheDesk() {
        keep("{\"members\": [{\"user\": \"%s\", \"role\": \"editor\"}]}");
        String id = inDesk(lia);
        var stranger = Api.as("editor", "sid-" + UUID.randomUUID());
        stranger.patch(id, "{\"headline\": \"Mine now\"}").problem(403, "desk-privilege");
        stranger.decide(id, "submit", "{}").problem(403, "desk-privilege");
        stranger.decide(id, "assign", "{\"desk\": null}").problem(403, "desk-privilege");
        stranger.post("/v1/articles?desk=" + desk, "{\"headline\": \"New\"}")
                .problem(403, "desk-privilege");
        assertThat(stranger.get("/v1/articles/" + id).status()).isEqualTo(200);
        lia.decide(id, "submit", "{}").expect(200);
    }

    @Test
    void aDeskGivesNoMoreThanTheTokenAndTheTokenNoMoreThanTheDesk() {
        keep("{\"members\": [{\"user\": \"%s\", \"role\": \"writer\"}]}");
        String id = inDesk(lia);
        lia.decide(id, "submit", "{}").expect(200);
        Api.as("editor", login)
                .decide(id, "reject", "{\"note\": \"no\"}")
                .problem(403, "desk-privilege");
        put(
                        "{\"members\": [{\"user\": \"%s\", \"role\": \"publisher\"}]}"
                                .formatted(login),
                        "\"1\"")
                .expect(200);
        Api.as("writer", login)
                .decide(id, "reject", "{\"note\": \"no\"}")
                .problem(403, "forbidden");
        lia.decide(id, "reject", "{\"note\": \"no\"}").expect(200);
    }

    @Test
    void aDeskCanKeepAStepToAHigherRole() {
        keep("{\"privileges\": {\"spike\": \"publisher\"}}");
        String id = inDesk(lia);
        lia.decide(id, "spike", "{}").problem(403, "desk-privilege");
        pia.decide(id, "spike", "{}").expect(200);
    }

    @Test
    void refusalsSayOnlyWhatTheDeskLeavesToTheCaller() {
        keep("{\"privileges\": {\"spike\": \"publisher\"}}");
        String id = inDesk(lia);
        JsonNode refused = lia.decide(id, "approve", "{}").problem(409, "illegal-step");
        assertThat(texts(refused.path("allowed"))).contains("spike");
        assertThat(texts(refused.path("allowedToYou"))).contains("submit").doesNotContain("spike");
    }

    @Test
    void whatReadersHaveIsTakenBackByAnyPublisher() {
        String id = inDesk(lia);
        lia.decide(id, "submit", "{}").expect(200);
        pia.decide(id, "approve", "{}").expect(200);
        pia.decide(id, "release", "{}").expect(200);
        keep("{\"members\": [{\"user\": \"%s\", \"role\": \"editor\"}]}");
        pia.decide(id, "correct", "{\"note\": \"A date\"}").problem(403, "desk-privilege");
        pia.decide(id, "withhold", "{}").expect(200);
        pia.decide(id, "kill", "{\"note\": \"Wrong\"}").expect(200);
    }

    @Test
    void fourEyesAreNeededUnlessTheDeskWaivesThemAndTheHistorySaysSo() {
        String id = inDesk(lia);
        lia.decide(id, "submit", "{}").expect(200);
        lia.decide(id, "approve", "{}").problem(403, "four-eyes");
        keep("{\"fourEyes\": false}");
        lia.decide(id, "approve", "{}").expect(200);
        JsonNode entry = lia.get("/v1/articles/" + id + "/history").json().at("/items/2");
        assertThat(entry.path("step").asText()).isEqualTo("approve");
        assertThat(entry.at("/details/fourEyes").asText()).isEqualTo("waived");
    }

    @Test
    void anApprovalIsNoneUnderTheRulesOfAnotherDesk() {
        keep("{\"fourEyes\": false}");
        String id = inDesk(lia);
        lia.decide(id, "submit", "{}").expect(200);
        lia.decide(id, "approve", "{}").expect(200);
        pia.decide(id, "schedule", "{\"at\": \"2100-01-01T00:00:00Z\"}").expect(200);
        JsonNode moved = lia.decide(id, "assign", "{\"desk\": null}").expect(200).json();
        assertThat(moved.path("workflow").asText()).isEqualTo("in-review");
        assertThat(moved.path("scheduledAt").isNull()).isTrue();
        lia.decide(id, "approve", "{}").problem(403, "four-eyes");
    }

    @Test
    void whatWasPutAwayAfterAnApprovalComesBackToAnotherDeskForReview() {
        keep("{\"fourEyes\": false}");
        String id = inDesk(lia);
        lia.decide(id, "submit", "{}").expect(200);
        lia.decide(id, "approve", "{}").expect(200);
        lia.decide(id, "spike", "{}").expect(200);
        lia.decide(id, "assign", "{\"desk\": null}").expect(200);
        JsonNode back = lia.decide(id, "restore", "{}").expect(200).json();
        assertThat(back.path("workflow").asText()).isEqualTo("in-review");
    }

    @Test
    void anApprovalGoesAlongToADeskWithTheSameRules() {
        String id = inDesk(lia);
        lia.decide(id, "submit", "{}").expect(200);
        pia.decide(id, "approve", "{}").expect(200);
        JsonNode moved = lia.decide(id, "assign", "{\"desk\": null}").expect(200).json();
        assertThat(moved.path("workflow").asText()).isEqualTo("approved");
    }

    @Test
    void onlyWhoMayWriteInTheDeskLocksAndOnlyItsEditorsBreakLocks() {
        keep("{\"members\": [{\"user\": \"%s\", \"role\": \"editor\"}]}");
        String id = inDesk(lia);
        String lock = "/v1/articles/" + id + "/lock";
        String unlock = "/v1/articles/" + id + "/unlock";
        pia.post(lock, null).problem(403, "desk-privilege");
        lia.post(lock, null).expect(200);
        pia.post(unlock, "{\"break\": true}").problem(403, "desk-privilege");
        lia.post(unlock, "{\"break\": true}").expect(204);
    }

    @Test
    void onlyItsOwnPublishersAndAdminsSetHowSevereADeskTakesChecks() {
        keep("{\"members\": [{\"user\": \"%s\", \"role\": \"publisher\"}]}");
        String checks = "/v1/desks/" + desk + "/checks";
        String off = "{\"embargo\": \"off\"}";
        pia.send("PUT", checks, off, "If-Match", "\"0\"").problem(403, "desk-privilege");
        Api.as("publisher", login).send("PUT", checks, off, "If-Match", "\"0\"").expect(200);
        admin.send("PUT", checks, "{}", "If-Match", "\"1\"").expect(200);
    }

    @Test
    void anotherPairOfEyesWaivesNothing() {
        keep("{\"fourEyes\": false}");
        String id = inDesk(lia);
        lia.decide(id, "submit", "{}").expect(200);
        pia.decide(id, "approve", "{}").expect(200);
        JsonNode entry = lia.get("/v1/articles/" + id + "/history").json().at("/items/2");
        assertThat(entry.path("details").isNull()).isTrue();
    }

    @Test
    void onlyMembersHaveTheDesksArticlesInHand() {
        String stranger = "sid-" + UUID.randomUUID();
        keep("{\"members\": [{\"user\": \"%s\", \"role\": \"editor\"}]}");
        String id = inDesk(lia);
        JsonNode refused =
                lia.decide(id, "assign", "{\"user\": \"%s\"}".formatted(stranger))
                        .problem(422, "unprocessable");
        assertThat(refused.at("/errors/0/field").asText()).isEqualTo("user");
        lia.decide(id, "assign", "{\"user\": \"%s\"}".formatted(login)).expect(200);
        lia.decide(id, "assign", "{\"user\": \"%s\", \"desk\": null}".formatted(stranger))
                .expect(200);
    }

    @Test
    void theDeskTellsWhatWaitsThere() {
        String late = inDesk(lia);
        lia.decide(
                        late,
                        "assign",
                        "{\"user\": \"%s\", \"dueAt\": \"2020-01-01T00:00:00Z\"}".formatted(login))
                .expect(200);
        lia.decide(inDesk(lia), "submit", "{}").expect(200);
        lia.decide(inDesk(lia), "spike", "{}").expect(200);
        JsonNode queue = lia.get("/v1/desks/" + desk).expect(200).json().path("queue");
        assertThat(queue.at("/states/draft").asInt()).isEqualTo(1);
        assertThat(queue.at("/states/in-review").asInt()).isEqualTo(1);
        assertThat(queue.path("states").size()).isEqualTo(2);
        assertThat(queue.path("unassigned").asInt()).isEqualTo(1);
        assertThat(queue.path("overdue").asInt()).isEqualTo(1);
        assertThat(values(lia, "/v1/desks?limit=100", "desk")).contains(desk);
    }

    @Test
    void theWorkloadTellsWhoHasWhatInHand() {
        for (String due : List.of("2020-01-01T00:00:00Z", "2100-01-01T00:00:00Z")) {
            lia.decide(
                            inDesk(lia),
                            "assign",
                            "{\"user\": \"%s\", \"dueAt\": \"%s\"}".formatted(login, due))
                    .expect(200);
        }
        inDesk(lia);
        JsonNode loads = lia.get("/v1/workload?desk=" + desk).expect(200).json().path("items");
        assertThat(loads).hasSize(2);
        JsonNode hers = loads.path(0);
        assertThat(hers.path("user").asText()).startsWith("staff:");
        assertThat(hers.path("name").asText()).isEqualTo(login);
        assertThat(hers.path("open").asInt()).isEqualTo(2);
        assertThat(hers.at("/states/draft").asInt()).isEqualTo(2);
        assertThat(hers.path("overdue").asInt()).isEqualTo(1);
        assertThat(hers.path("nextDueAt").asText()).isEqualTo("2100-01-01T00:00:00Z");
        JsonNode nobodys = loads.path(1);
        assertThat(nobodys.path("user").isNull()).isTrue();
        assertThat(nobodys.path("open").asInt()).isEqualTo(1);
        assertThat(lia.get("/v1/workload").expect(200).json().path("items")).isNotEmpty();
    }

    @Test
    void desksAreReadPageByPageByTheirNames() {
        inDesk(lia);
        admin.send("PUT", "/v1/desks/" + desk + "-2", "{}", "If-Match", "\"0\"").expect(200);
        List<String> seen = values(lia, "/v1/desks?limit=1", "desk");
        assertThat(seen).contains(desk, desk + "-2").isSorted().doesNotHaveDuplicates();
        lia.get("/v1/desks?cursor=*").problem(400, "bad-cursor");
        lia.get("/v1/desks?limit=0").problem(400, "bad-limit");
    }

    @Test
    void theWorkloadIsReadPageByPageFromWhoeverHasMost() {
        for (String user : List.of("rui-" + desk, login, "zoe-" + desk, login)) {
            lia.decide(inDesk(lia), "assign", "{\"user\": \"%s\"}".formatted(user)).expect(200);
        }
        inDesk(lia);
        String path = "/v1/workload?limit=1&desk=" + desk;
        assertThat(values(lia, path, "open")).containsExactly("2", "1", "1", "1");
        List<String> users = values(lia, path, "user");
        assertThat(users).doesNotHaveDuplicates();
        assertThat(users.getLast()).isEqualTo("null");
        lia.get("/v1/workload?cursor=eA").problem(400, "bad-cursor");
    }

    private void keep(String rules) {
        put(rules.replace("%s", login), admin.get("/v1/desks/" + desk).header("ETag")).expect(200);
    }

    private Answer put(String rules, String etag) {
        return admin.send("PUT", "/v1/desks/" + desk, rules, "If-Match", etag);
    }

    private String inDesk(Api api) {
        JsonNode begun =
                api.post("/v1/articles?desk=" + desk, "{\"headline\": \"Ferry runs again\"}")
                        .expect(201)
                        .json();
        assertThat(begun.path("desk").asText()).isEqualTo(desk);
        return begun.path("id").asText();
    }

    /** A field of each item of a list, page after page. */
    private static List<String> values(Api api, String path, String field) {
        List<String> values = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = api.get(path + "&cursor=" + cursor).expect(200).json();
            page.path("items").forEach(it -> values.add(it.path(field).asText()));
            cursor = page.path("next").textValue();
        }
        return values;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
