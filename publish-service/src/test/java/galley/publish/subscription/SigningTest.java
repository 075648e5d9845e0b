package galley.publish.subscription;

import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is sent is signed as Standard Webhooks have it; checked by their own library. */
@TestServers
class SigningTest {
    @Inject Desk desk;

    private final Subscribing subscribing = new Subscribing();

    @AfterEach
    void close() {
        subscribing.close();
    }

    @Test
    void everyTryIsSignedAnewUnderOneId() {
        var it = subscribing.subscribe();
        it.site().first(500).first(503);
        var article = desk.release(Samples.article("p01-reprint"));
        Subscribing.awaitCalls(it.site(), article.id(), 3);
        assertThat(it.site().calls())
                .allSatisfy(
                        call -> {
                            call.verify(it.secret());
                            long sent = Long.parseLong(call.header("Webhook-timestamp"));
                            assertThat(Instant.ofEpochSecond(sent))
                                    .isBetween(call.at().minusSeconds(2), call.at());
                        });
        assertThat(it.site().calls())
                .extracting(call -> call.header("Webhook-id"))
                .hasSize(3)
                .containsOnly(it.site().calls().getFirst().header("Webhook-id"));
        assertThat(it.site().calls())
                .extracting(Site.Call::text)
                .containsOnly(it.site().calls().getFirst().text());
        assertThatThrownBy(
                        () -> it.site().calls().getFirst().verify(subscribing.subscribe().secret()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void theOldSecretSignsBesideTheNewOneForAWhile() {
        var it = subscribing.subscribe();
        String second = it.post("rotate", "").path("secret");
        it.post("test", "").then().statusCode(200);
        var call = it.site().calls().getLast();
        assertThat(call.header("Webhook-signature").split(" ", -1)).hasSize(2);
        assertThatNoException().isThrownBy(() -> call.verify(it.secret()));
        assertThatNoException().isThrownBy(() -> call.verify(second));

        String third = it.post("rotate", "").path("secret");
        it.post("test", "").then().statusCode(200);
        var later = it.site().calls().getLast();
        assertThatNoException().isThrownBy(() -> later.verify(second));
        assertThatNoException().isThrownBy(() -> later.verify(third));
        assertThatThrownBy(() -> later.verify(it.secret()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void aTestSaysWhatCameBack() {
        var it = subscribing.subscribe();
        it.site().first(418);
        var refused = it.post("test", "").then().statusCode(200).extract().jsonPath();
        assertThat(refused.getBoolean("delivered")).isFalse();
        assertThat(refused.getInt("status")).isEqualTo(418);
        assertThat(refused.getString("problem")).contains("418");
        var taken = it.post("test", "").then().statusCode(200).extract().jsonPath();
        assertThat(taken.getBoolean("delivered")).isTrue();
        assertThat(taken.getInt("status")).isEqualTo(204);
        assertThat(it.site().calls().getLast().type()).isEqualTo("subscription.test");
        it.site().close();
        var silent = it.post("test", "").then().statusCode(200).extract().jsonPath();
        assertThat(silent.getString("status")).isNull();
        assertThat(silent.getString("problem")).isNotBlank();
        assertThat(Duration.ofMillis(silent.getLong("millis"))).isLessThan(Duration.ofMinutes(1));
    }
}
