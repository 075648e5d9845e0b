package galley.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics as the contract defines them: the Kafka bindings (AsyncAPI Kafka binding 0.5.0) of the
 * channels in the AsyncAPI 3 document.
 */
public final class DefinedTopics {
    private static final String CONTRACT = "/galley/events/asyncapi.yaml";

    private final List<NewTopic> topics;

    private DefinedTopics(List<NewTopic> topics) {
        this.topics = topics;
    }

    /** Reads the definitions from the contract on the class path. */
    public static DefinedTopics read() {
        try (InputStream contract = DefinedTopics.class.getResourceAsStream(CONTRACT)) {
            return in(new YAMLMapper().readTree(contract));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DefinedTopics in(JsonNode contract) {
        List<NewTopic> topics = new ArrayList<>();
        for (JsonNode channel : contract.path("channels")) {
            topics.add(topic(channel));
        }
        return new DefinedTopics(topics);
    }

    /** The names of all defined topics. */
    public Set<String> names() {
        return topics.stream().map(NewTopic::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Creates the topics that the broker lacks; those that exist stay as they are. */
    public void createOn(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
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
                        kafka.path("partitions").asInt(1),
                        (short) kafka.path("replicas").asInt(1))
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
