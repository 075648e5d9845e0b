package galley.ingest.push;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import galley.ingest.Api;
import galley.ingest.Api.Answer;
import galley.ingest.OnServers;

import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

@OnServers
class IdempotencyTest {
    @Inject IdempotentAnswers answers;
    @Inject EntityManager entities;

    private final String name = "wire-" + UUID.randomUUID();
    private final Api wire = Api.as("source", name);

    @Test
    void theSamePushAgainHasTheSameAnswer() {
        var first = push("k", "{\"headline\": \"A\"}").expect(201);
        var again = push("k", "{\"headline\": \"A\"}").expect(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void theAnswerStaysAlsoWhenTheItemHasChangedMeanwhile() {
        var first = push("k", "{\"guid\": \"1\", \"headline\": \"A\"}").expect(201);
        push("l", "{\"guid\": \"1\", \"headline\": \"B\"}").expect(200);
        var again = push("k", "{\"guid\": \"1\", \"headline\": \"A\"}").expect(201);
        assertThat(again.text()).isEqualTo(first.text());
        var id = first.json().path("id").asText();
        var item = wire.get("/v1/items/" + id).expect(200).json();
        assertThat(item.path("articles").path(0).path("headline").asText()).isEqualTo("B");
    }

    @Test
    void aKeyNamesOnePush() {
        push("k", "{\"headline\": \"A\"}").expect(201);
        push("k", "{\"headline\": \"B\"}").problem(422, "idempotency-key-reused");
    }

    @Test
    void aKeyBelongsToWhoSentIt() {
        var first = push("k", "{\"headline\": \"A\"}").expect(201).json();
        var other = Api.as("source", "other-" + UUID.randomUUID());
        var second =
                other.post("/v1/items", "{\"headline\": \"A\"}", "Idempotency-Key", "k")
                        .expect(201)
                        .json();
        assertThat(second.path("id")).isNotEqualTo(first.path("id"));
    }

    @Test
    void aKeyMayBeQuoted() {
        var first = push("\"k\"", "{\"headline\": \"A\"}").expect(201);
        assertThat(push("k", "{\"headline\": \"A\"}").expect(201).text()).isEqualTo(first.text());
    }

    @Test
    void anEmptyKeyIsABadRequest() {
        push("\"\"", "{\"headline\": \"A\"}").problem(400, "bad-request");
    }

    @Test
    void aKeyIsBoundedInLength() {
        push("k".repeat(255), "{\"headline\": \"A\"}").expect(201);
        push("k".repeat(256), "{\"headline\": \"A\"}").problem(400, "bad-request");
    }

    @Test
    void whatWasRefusedIsNotRemembered() {
        push("k", "{}").problem(422, "unprocessable");
        push("k", "{\"headline\": \"A\"}").expect(201);
    }

    @Test
    void ofManyAtOnceOneIsTakenInAndTheOthersHaveItsAnswerOrAreToldToWait() {
        var all =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> push("k", "{\"headline\": \"A\"}"))
                        .toList();
        var taken = all.stream().filter(answer -> answer.status() != 409).toList();
        assertThat(taken).isNotEmpty().allMatch(answer -> answer.status() == 201);
        assertThat(taken.stream().map(Answer::text).distinct()).hasSize(1);
        all.stream()
                .filter(answer -> answer.status() == 409)
                .forEach(answer -> answer.problem(409, "idempotency-key-in-use"));
    }

    @Test
    void whileAPushIsUnderWayItsKeyIsInUse() throws Exception {
        var reserved = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var underWay =
                runAsync(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    var key = new IdempotentAnswer.Name(name, "k");
                                                    answers.reserve(key, "");
                                                    reserved.countDown();
                                                    await(go);
                                                }));
        reserved.await();
        push("k", "{\"headline\": \"A\"}").problem(409, "idempotency-key-in-use");
        go.countDown();
        underWay.get(10, SECONDS);
        push("k", "{\"headline\": \"A\"}").expect(201);
    }

    @Test
    void answersAreForgottenAfterAWhile() {
        push("old", "{\"headline\": \"A\"}").expect(201);
        push("new", "{\"headline\": \"B\"}").expect(201);
        age("old", Duration.ofHours(49));
        answers.forgetOld();
        push("old", "{\"headline\": \"C\"}").expect(201);
        push("new", "{\"headline\": \"C\"}").problem(422, "idempotency-key-reused");
    }

    private void age(String key, Duration by) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                entities.createNativeQuery(
                                                "update idempotent_answer set answered_at ="
                                                    + " answered_at - make_interval(secs => :by)"
                                                    + " where owner = :owner and key = :key")
                                        .setParameter("by", by.toSeconds())
                                        .setParameter("owner", name)
                                        .setParameter("key", key)
                                        .executeUpdate());
    }

    private Answer push(String key, String body) {
        return wire.post("/v1/items", body, "Idempotency-Key", key);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
