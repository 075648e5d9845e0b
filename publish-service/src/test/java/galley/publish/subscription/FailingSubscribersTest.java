package galley.publish.subscription;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.Article;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;
import galley.testkit.Metrics;

import static galley.publish.subscription.Subscribing.awaitCalls;
import static galley.publish.subscription.Subscribing.soon;
import static org.assertj.core.api.Assertions.assertThat;

/** How long who does not take what they are sent is tried. */
@TestServers
class FailingSubscribersTest {
    @Inject Desk desk;

    @TestHTTPResource("/q/metrics")
    URI metrics;

    private final Subscribing subscribing = new Subscribing();

    @AfterEach
    void close() {
        subscribing.close();
    }

    private Article release() {
        return desk.release(Samples.article("p01-reprint"));
    }

    private double disabled() {
        return Metrics.of(metrics).value("galley_subscriptions_disabled_total").orElse(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404, 408, 429, 500, 503})
    void whateverIsNoSuccessIsTriedAgain(int status) {
        var it = subscribing.subscribe();
        it.site().first(status, "Location", it.site().url() + "/elsewhere");
        var article = release();
        awaitCalls(it.site(), article.id(), 2);
        soon().until(() -> it.states(article.id()).equals(List.of("delivered")));
        assertThat(it.deliveries().getFirst().tries())
                .extracting(Subscribing.Tried::status)
                .containsExactly(status, 204);
        assertThat(it.view().getInt("failures")).isZero();
    }

    @Test
    void nobodyIsTriedSoonerThanTheyWant() {
        var it = subscribing.subscribe();
        it.site().first(429, "Retry-After", "2");
        var article = release();
        awaitCalls(it.site(), article.id(), 2);
        var calls = it.site().calls(article.id());
        assertThat(Duration.between(calls.getFirst().at(), calls.getLast().at()))
                .isGreaterThan(Duration.ofMillis(1_900));
    }

    @Test
    void whoWantsToBeLeftAloneForWeeksIsTriedSoonerAllTheSame() {
        var it = subscribing.subscribe();
        it.site().first(503, "Retry-After", "9999999");
        awaitCalls(it.site(), release().id(), 2);
    }

    @Test
    void whoIsGoneIsSentNothingMoreUntilTheyComeBack() {
        var it = subscribing.subscribe();
        it.site().first(410);
        double before = disabled();
        var article = release();
        soon().until(() -> it.view().getString("state").equals("disabled"));
        assertThat(it.view().getString("disabledReason")).contains("410");
        assertThat(it.view().getString("disabledAt")).isNotNull();
        assertThat(disabled()).isEqualTo(before + 1);
        var missed = release();
        var other = subscribing.subscribe();
        awaitCalls(other.site(), release().id(), 1);
        assertThat(it.site().calls()).hasSize(1);

        it.change("{\"state\": \"active\"}");
        awaitCalls(it.site(), article.id(), 2);
        awaitCalls(it.site(), missed.id(), 1);
        assertThat(it.view().getString("disabledReason")).isNull();
    }

    @Test
    void whoTakesNothingForTooLongIsDisabledAndCatchesUpOnceTheyAreBack() {
        var it = subscribing.subscribe();
        String url = it.site().url();
        it.site().close();
        var article = release();
        soon().until(() -> it.view().getString("state").equals("disabled"));
        assertThat(it.view().getString("disabledReason")).contains("failed for too long");
        assertThat(it.view().getInt("failures")).isGreaterThan(2);
        assertThat(it.states(article.id())).containsExactly("pending");
        Site back = subscribing.again(url);
        it.change("{\"state\": \"active\"}");
        awaitCalls(back, article.id(), 1);
        soon().until(() -> it.states(article.id()).equals(List.of("delivered")));
        assertThat(it.view().getString("problem")).isNull();
    }

    @Test
    void whatOneArticleFailsByIsGivenUpWhileTheOthersArrive() {
        var it = subscribing.subscribe();
        it.site().refuse("Unpalatable");
        var refused =
                desk.release(
                        Samples.article(
                                "p01-reprint", json -> json.put("headline", "Unpalatable")));
        awaitCalls(it.site(), refused.id(), 2);
        soon().untilAsserted(
                        () -> {
                            awaitCalls(it.site(), release().id(), 1);
                            assertThat(it.states(refused.id())).containsExactly("failed");
                        });
        assertThat(it.view().getString("state")).isEqualTo("active");
        var better = desk.release(Samples.next(refused, json -> json.put("headline", "Palatable")));
        soon().until(() -> it.states(better.id()).equals(List.of("delivered", "failed")));
    }
}
