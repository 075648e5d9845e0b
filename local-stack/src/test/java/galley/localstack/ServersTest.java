package galley.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import galley.provisioning.DefinedTopics;

import static org.assertj.core.api.Assertions.assertThat;

class ServersTest {
    @TempDir private Path directory;

    @Test
    void theDatabaseKeepsWhatItCommittedWhenItIsKilled() throws SQLException {
        try (var postgres =
                new PostgresServer(new StackDirectory(directory), Ports.free(), false)) {
            postgres.start();
            execute(postgres, "CREATE TABLE words (word text)");
            execute(postgres, "INSERT INTO words VALUES ('harbour')");
            postgres.kill();
            assertThat(postgres.isRunning()).isFalse();

            postgres.start();
            try (Connection connection = connect(postgres);
                    Statement statement = connection.createStatement();
                    ResultSet words = statement.executeQuery("SELECT word FROM words")) {
                assertThat(words.next()).isTrue();
                assertThat(words.getString(1)).isEqualTo("harbour");
            }
        }
    }

    @Test
    void anotherStartTakesOverFromAServerThatWasLeftBehind() throws SQLException {
        StackDirectory stack = new StackDirectory(directory);
        var left = new PostgresServer(stack, Ports.free(), false);
        left.start();
        execute(left, "CREATE TABLE words (word text)");
        try (var next = new PostgresServer(stack, Ports.free(), false)) {
            next.start();
            assertThat(left.isRunning()).isFalse();
            execute(next, "INSERT INTO words VALUES ('ferry')");
        }
    }

    @Test
    void aNoteOfAProcessThatIsSomethingElseByNowIsNoHindrance() throws Exception {
        StackDirectory stack = new StackDirectory(directory);
        try (var postgres = new PostgresServer(stack, Ports.free(), false)) {
            postgres.start();
            postgres.stop(Duration.ofSeconds(30));
            Files.writeString(
                    stack.postgres().resolve("postmaster.pid"),
                    ProcessHandle.current().pid() + "\n" + stack.postgres() + "\n");
            postgres.start();
            assertThat(postgres.isRunning()).isTrue();
        }
    }

    @Test
    void theBrokerKeepsWhatItAcknowledgedWhenItIsKilled() throws Exception {
        Path anywhere = directory.resolve("Zürich Häfen");
        try (var kafka = new KafkaBroker(new StackDirectory(anywhere), Ports.free())) {
            kafka.start();
            assertThat(anywhere.resolve("kafka/data/meta.properties")).exists();
            DefinedTopics.read().createOn(kafka.bootstrapServers());
            send(kafka, "galley.article.kill.v1", "withdrawn");
            kafka.kill();
            assertThat(kafka.isRunning()).isFalse();

            kafka.start();
            DefinedTopics.read().createOn(kafka.bootstrapServers());
            assertThat(read(kafka, "galley.article.kill.v1")).containsExactly("withdrawn");
        }
    }

    @Test
    void topicsAreMadeAsTheContractSays() throws Exception {
        try (var kafka = new KafkaBroker(new StackDirectory(directory), Ports.free())) {
            kafka.start();
            DefinedTopics.read().createOn(kafka.bootstrapServers());
            try (Admin admin =
                    Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get())
                        .containsExactlyInAnyOrderElementsOf(DefinedTopics.read().names());
                assertThat(partitions(admin, "galley.article.lifecycle.v1")).isEqualTo(12);
                assertThat(setting(admin, "galley.article.lifecycle.v1", "retention.ms"))
                        .isEqualTo("-1");
                assertThat(setting(admin, "galley.article.published.v1", "cleanup.policy"))
                        .isEqualTo("compact");
                assertThat(partitions(admin, "galley.article.lifecycle.v1.publish.dead-letter"))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void secretsAreForTheirOwnerOnly() throws Exception {
        StackDirectory stack = new StackDirectory(directory);
        Passwords.in(stack.secrets().resolve("postgres.properties"), List.of("ingest"));
        TokenIssuer.of(stack, java.time.Clock.systemUTC());
        for (String secret : List.of("postgres.properties", "token-key.pkcs8")) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(stack.secrets().resolve(secret))))
                    .isEqualTo("rw-------");
        }
    }

    private static void execute(PostgresServer postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(PostgresServer postgres) throws SQLException {
        Database ingest = postgres.database("ingest");
        return DriverManager.getConnection(ingest.url(), ingest.user(), ingest.password());
    }

    private static void send(KafkaBroker kafka, String topic, String value) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, "key", value)).get();
        }
    }

    private static List<String> read(KafkaBroker kafka, String topic) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).records(partition).stream()
                    .map(event -> event.value())
                    .toList();
        }
    }

    private static int partitions(Admin admin, String topic) throws Exception {
        TopicDescription description =
                admin.describeTopics(Set.of(topic)).allTopicNames().get().get(topic);
        return description.partitions().size();
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(Set.of(resource)).all().get().get(resource).get(name).value();
    }
}
