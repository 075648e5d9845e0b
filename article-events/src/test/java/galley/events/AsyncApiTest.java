package galley.events;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AsyncApiTest {
    private final JsonNode channels = AsyncApi.DOCUMENT.get("channels");
    private final JsonNode operations = AsyncApi.DOCUMENT.get("operations");

    @Test
    void channelsAreTheTopicsAndADeadLetterForEveryGroupThatReadsOne() throws Exception {
        var expected = new HashSet<String>();
        for (Field topic : Topics.class.getFields()) {
            expected.add((String) topic.get(null));
        }
        for (JsonNode operation : operations) {
            if (operation.path("action").asText().equals("receive") && !isPublic(operation)) {
                String group = operation.at("/bindings/kafka/groupId/const").asText();
                expected.add(address(operation) + "." + group + ".dead-letter");
            }
        }
        assertThat(channels)
                .extracting(channel -> channel.path("address").asText())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aDeadLetterTakesTheMessagesOfItsTopic() {
        for (JsonNode channel : channels) {
            String address = channel.get("address").asText();
            if (address.endsWith(".dead-letter")) {
                JsonNode topic =
                        channels.valueStream()
                                .filter(c -> address.startsWith(c.get("address").asText() + "."))
                                .findAny()
                                .orElseThrow();
                assertThat(channel.get("messages")).isEqualTo(topic.get("messages"));
            }
        }
    }

    @Test
    void everyTopicIsDefinedAndKeepsItsNumberOfPartitions() {
        for (JsonNode channel : channels) {
            JsonNode kafka = channel.at("/bindings/kafka");
            boolean deadLetter = channel.get("address").asText().endsWith(".dead-letter");
            assertThat(kafka.path("partitions").asInt()).isEqualTo(deadLetter ? 1 : 12);
            JsonNode cleanup = kafka.at("/topicConfiguration/cleanup.policy");
            assertThat(cleanup).extracting(JsonNode::asText).containsAnyOf("compact", "delete");
            assertThat(kafka.path("topicConfiguration").has("retention.ms"))
                    .isEqualTo(cleanup.toString().contains("delete"));
        }
    }

    @Test
    void messagesAreTheTypesOfTheRecords() throws ReflectiveOperationException {
        assertThat(AsyncApi.messages().keySet()).isEqualTo(Wire.types().keySet());
        assertThat(Wire.types().keySet()).isEqualTo(typesThatRecordsDeclare());
    }

    @Test
    void everyMessageIsSentOnATopicAndIsACloudEvent() {
        var sent = new HashSet<JsonNode>();
        for (JsonNode operation : operations) {
            if (operation.get("action").asText().equals("send")) {
                AsyncApi.follow(operation.get("channel"))
                        .get("messages")
                        .forEach(message -> sent.add(AsyncApi.follow(message)));
            }
        }
        assertThat(sent).isEqualTo(new HashSet<>(AsyncApi.messages().values()));
        assertThat(sent)
                .allSatisfy(
                        message ->
                                assertThat(message.at("/traits/0/$ref").asText())
                                        .isEqualTo("#/components/messageTraits/cloudEvent"));
    }

    @Test
    void whatOtherSitesGetIsSigned() {
        for (var type : List.of(Ninjs.PUBLISHED_TYPE, Ninjs.CANCELED_TYPE)) {
            JsonNode trait = AsyncApi.follow(AsyncApi.messages().get(type).at("/traits/1"));
            assertThat(AsyncApi.follow(trait.path("headers")).at("/properties").has("ce_signature"))
                    .as(type)
                    .isTrue();
        }
    }

    @Test
    void everyReferenceWithinTheDocumentLeadsSomewhere() {
        assertThat(AsyncApi.DOCUMENT.findParents("$ref"))
                .filteredOn(node -> node.get("$ref").asText().startsWith("#"))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(AsyncApi.follow(node).isMissingNode()).isFalse());
    }

    @Test
    void everyPayloadIsTheNewestVersionOfASchemaInTheDialectThatIsNamed() {
        for (JsonNode message : AsyncApi.messages().values()) {
            String schema = AsyncApi.schemaOf(message.get("name").asText());
            assertThat(Schemas.newest(Schemas.line(schema))).isEqualTo(schema);
            assertThat(Schemas.content(schema).get("$schema").asText()).contains("2020-12");
            assertThat(AsyncApi.follow(message.get("payload")).get("schemaFormat").asText())
                    .isEqualTo("application/schema+json;version=2020-12");
        }
    }

    @Test
    void everyOperationNamesTheAccountThatItIsAllowedTo() {
        assertThat(operations)
                .extracting(operation -> operation.path("x-account").asText())
                .containsOnly("ingest", "editorial", "publish", "subscriber");
    }

    /** Other sites look after what they can't handle themselves. */
    private static boolean isPublic(JsonNode operation) {
        return address(operation).equals(Topics.PUBLISHED);
    }

    private static String address(JsonNode operation) {
        return AsyncApi.follow(operation.get("channel")).path("address").asText();
    }

    private static Set<String> typesThatRecordsDeclare() throws ReflectiveOperationException {
        List<String> types = new ArrayList<>();
        for (JavaClass javaClass :
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("galley.events")) {
            Stream<JavaField> constants =
                    javaClass.getFields().stream()
                            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                            .filter(field -> field.getName().endsWith("TYPE"));
            for (JavaField constant : constants.toList()) {
                types.add((String) constant.reflect().get(null));
            }
        }
        assertThat(types).doesNotHaveDuplicates();
        return Set.copyOf(types);
    }
}
