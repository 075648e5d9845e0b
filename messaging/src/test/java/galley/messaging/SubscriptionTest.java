package galley.messaging;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SubscriptionTest {
    @Test
    void aChannelWithAGroupIsASubscription() {
        var config =
                new SmallRyeConfigBuilder()
                        .withDefaultValue("mp.messaging.incoming.tide.topic", "tides.v1")
                        .withDefaultValue("mp.messaging.incoming.tide.group.id", "harbour")
                        .withDefaultValue("mp.messaging.incoming.fog.topic", "fogs.v1")
                        .withDefaultValue("mp.messaging.incoming.fog.group.id", "harbour-fog")
                        .withDefaultValue("mp.messaging.outgoing.ferry.topic", "ferries.v1")
                        .build();
        assertThat(Subscription.of(config))
                .containsExactlyInAnyOrder(
                        new Subscription("harbour", "tides.v1"),
                        new Subscription("harbour-fog", "fogs.v1"));
    }
}
