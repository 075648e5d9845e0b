package galley.publish.subscription.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;

import galley.kit.http.FetchException;
import galley.kit.problem.Problem;
import galley.publish.subscription.Subscription;
import galley.publish.subscription.Subscriptions;

/** Lets owners see whether their address works. */
@ApplicationScoped
class Tests {
    private static final TimeBasedEpochRandomGenerator IDS =
            Generators.timeBasedEpochRandomGenerator();

    private final Subscriptions subscriptions;
    private final Sending sending;
    private final Clock clock;

    Tests(Subscriptions subscriptions, Sending sending, Clock clock) {
        this.subscriptions = subscriptions;
        this.sending = sending;
        this.clock = clock;
    }

    /**
     * Sends one of the caller's subscriptions a signed event that says nothing, at once and once,
     * also while it is paused or disabled.
     *
     * @throws Problem 404
     */
    TestResult test(UUID id) {
        Subscription to = subscriptions.get(id);
        Instant began = clock.instant();
        byte[] body =
                """
                {"type":"subscription.test","timestamp":"%s","data":{"subscriptionId":"%s"}}\
                """
                        .formatted(began, id)
                        .getBytes(StandardCharsets.UTF_8);
        String event = IDS.generate().toString();
        return TestResult.of(
                outcome(to, event, body, began),
                Duration.between(began, clock.instant()).toMillis());
    }

    private Outcome outcome(Subscription to, String event, byte[] body, Instant now) {
        try {
            return sending.send(to.url(), to.secrets(now), event, body);
        } catch (FetchException.CalledOff e) {
            return Outcome.silent("The service ends.");
        }
    }
}
