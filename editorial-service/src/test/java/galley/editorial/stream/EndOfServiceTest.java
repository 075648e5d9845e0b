package galley.editorial.stream;

import java.time.Duration;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import galley.editorial.OnServers;
import galley.testkit.SseListener;
import galley.testkit.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of streams when the service is told to end. */
@OnServers
@TestProfile(EndOfServiceTest.Alone.class)
class EndOfServiceTest {
    private final String token = Tokens.of("writer", "kim");

    @Inject Event<ShutdownDelayInitiatedEvent> end;

    @Test
    void streamsEndCleanlySoThatClientsComeBackElsewhere() {
        SseListener listener = Listeners.open(token, "");
        await().until(() -> listener.comments() > 0);
        end.fire(new ShutdownDelayInitiatedEvent());
        awaitEnd(listener);
        awaitEnd(Listeners.open(token, ""));
    }

    private static void awaitEnd(SseListener listener) {
        await().atMost(Duration.ofSeconds(10)).until(listener::hasEnded);
        assertThat(listener.brokeOff()).isFalse();
    }

    /** A service of its own, as it tells nobody anything afterwards. */
    public static final class Alone implements QuarkusTestProfile {}
}
