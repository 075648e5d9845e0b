package galley.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Which topics exist. A producer that is given a missing topic blocks its caller until a time-out
 * that looks like a broker out of reach; asking first tells the two apart, and delays nobody.
 */
final class KnownTopics {
    private static final long ASK_AGAIN_NANOS = Duration.ofSeconds(10).toNanos();

    private final Map<String, Object> admin;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Long> missing = new HashMap<>();

    /**
     * @param kafka how to reach the broker
     */
    KnownTopics(Map<String, Object> kafka) {
        admin = new HashMap<>(kafka);
        admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2000);
        admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2000);
    }

    /**
     * Passes when the topic exists.
     *
     * @throws UnknownTopicOrPartitionException when the broker does not have it
     * @throws KafkaException when the broker does not answer
     */
    void require(String topic) {
        if (known.contains(topic)) {
            return;
        }
        Long asked = missing.get(topic);
        if (asked == null || System.nanoTime() - asked > ASK_AGAIN_NANOS) {
            if (exists(topic)) {
                missing.remove(topic);
                known.add(topic);
                return;
            }
            missing.put(topic, System.nanoTime());
        }
        throw new UnknownTopicOrPartitionException("There is no topic " + topic);
    }

    /** Ask again for each. */
    void forget() {
        known.clear();
        missing.clear();
    }

    private boolean exists(String topic) {
        try (Admin client = Admin.create(admin)) {
            client.describeTopics(List.of(topic)).topicNameValues().get(topic).get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }
}
