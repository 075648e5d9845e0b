package galley.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import galley.localstack.BrokerServer;
import galley.localstack.Database;
import galley.localstack.DatabaseServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Servers of either source behave alike. */
class ServersTest {
    private static final String TOPIC = "galley.article.lifecycle.v1";

    @ParameterizedTest
    @EnumSource
    void dataSurviveTheServersBeingKilled(ServerSource source) throws Exception {
        assumeThere(source);
        try (Servers servers = Servers.start(source)) {
            Database editorial = servers.postgres().database("editorial");
            execute(editorial, "CREATE TABLE kept AS SELECT 'ferry' AS name");
            send(servers.kafka(), "ferry");

            servers.postgres().kill();
            servers.kafka().kill();
            assertThat(servers.postgres().isRunning()).isFalse();
            assertThat(servers.kafka().isRunning()).isFalse();
            assertThatThrownBy(() -> execute(editorial, "SELECT 1"))
                    .isInstanceOf(SQLException.class);

            servers.postgres().start();
            servers.kafka().start();
            assertThat(servers.postgres().database("editorial")).isEqualTo(editorial);
            assertThat(read(editorial, "SELECT name FROM kept")).isEqualTo("ferry");
            assertThat(read(servers.kafka())).isEqualTo("ferry");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoAdoptsThemCanKillAndStartThem(ServerSource source) throws Exception {
        assumeThere(source);
        try (Servers servers = Servers.start(source)) {
            DatabaseServer postgres = servers.again().postgres();
            assertThat(postgres.isRunning()).isTrue();
            postgres.kill();
            assertThat(servers.postgres().isRunning()).isFalse();
            postgres.start();
            assertThat(read(servers.postgres().database("ingest"), "SELECT 'up'")).isEqualTo("up");
        }
    }

    private static void assumeThere(ServerSource source) {
        if (source == ServerSource.CONTAINERS) {
            Engine.assume();
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(Database database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static void send(BrokerServer broker, String value) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, 0, "key", value)).get();
        }
    }

    private static String read(BrokerServer broker) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            List<TopicPartition> partition = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(30))) {
                return record.value();
            }
            return null;
        }
    }
}
