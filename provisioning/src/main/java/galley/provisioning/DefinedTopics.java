package galley.provisioning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics as the contract defines them: the Kafka bindings (AsyncAPI Kafka binding 0.5.0) of the
 * channels in the AsyncAPI 3 document. How many copies are kept is the brokers' own setting ({@code
 * default.replication.factor}).
 */
public final class DefinedTopics {
    private final List<NewTopic> topics;

    private DefinedTopics(List<NewTopic> topics) {
        this.topics = topics;
    }

    /** Reads the definitions from the contract on the class path. */
    public static DefinedTopics read() {
        List<NewTopic> topics = new ArrayList<>();
        for (JsonNode channel : Contract.read().path("channels")) {
            topics.add(topic(channel));
        }
        return new DefinedTopics(topics);
    }

    /** The names of all defined topics. */
    public Set<String> names() {
        return topics.stream().map(NewTopic::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Creates the topics that an open broker lacks; see {@link #createWith}. */
    public void createOn(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            createWith(admin);
        }
    }

    /** Creates the topics that are missing; those that exist stay as they are. */
    void createWith(Admin admin) {
        try {
            for (var creation : admin.createTopics(topics).values().values()) {
                try {
                    creation.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("Topics were not created", e.getCause());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static NewTopic topic(JsonNode channel) {
        JsonNode kafka = channel.at("/bindings/kafka");
        Map<String, String> settings = new HashMap<>();
        kafka.path("topicConfiguration")
                .properties()
                .forEach(setting -> settings.put(setting.getKey(), text(setting.getValue())));
        return new NewTopic(
                        channel.path("address").asText(),
                        Optional.of(kafka.path("partitions").asInt(1)),
                        Optional.empty())
                .configs(settings);
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : value.asText();
    }
}
