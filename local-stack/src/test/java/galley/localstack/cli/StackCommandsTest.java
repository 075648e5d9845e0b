package galley.localstack.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import galley.localstack.StackPorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The commands against one stack that runs. */
class StackCommandsTest {
    private static final StackPorts PORTS = StackPorts.free();
    private static final String TOPIC = "galley.article.published.v1";

    @TempDir private static Path root;
    private static Script script;

    @BeforeAll
    static void start() throws IOException {
        script = new Script(root, PORTS);
        script.startAndAwait();
        assertThat(script.console()).content().contains("./galley token");
    }

    @AfterAll
    static void stop() throws Exception {
        Script.Outcome outcome = script.run("stop");
        script.close();
        assertThat(outcome.output()).isEqualTo("Galley has stopped\n");
        assertThat(script.run("stop").output()).isEqualTo("Galley is not running\n");
        assertThat(script.run("status"))
                .isEqualTo(new Script.Outcome(1, "Galley is not running\n"));
        assertThat(script.run("logs", "editorial", "--follow").output())
                .startsWith("Galley is not running; this is from its last run\nstands in on");
    }

    @Test
    void statusHasALineForEachPart() throws Exception {
        Script.Outcome outcome = script.run("status");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.output().lines().filter(line -> line.contains(" up ")))
                .hasSize(5)
                .allMatch(line -> line.endsWith(" MiB"));
    }

    @Test
    void aSecondStartSaysThatOneRuns() throws Exception {
        Script.Outcome outcome = script.run("start");
        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.output())
                .startsWith("Galley is already running (process ")
                .endsWith("see ./galley status\n")
                .hasLineCount(1);
    }

    @Test
    void anotherProjectMayNotUseTheSameData(@TempDir Path other) throws Exception {
        try (Script elsewhere = new Script(other, StackPorts.free())) {
            Script.Outcome outcome = elsewhere.run("start", "--data", script.data().toString());
            assertThat(outcome.status()).isNotZero();
            assertThat(outcome.output()).contains("in use by another Galley").hasLineCount(1);
        }
    }

    @Test
    void aTakenPortIsNamedWithWhoHasIt(@TempDir Path other) throws Exception {
        try (Script elsewhere = new Script(other, PORTS)) {
            Script.Outcome outcome = elsewhere.run("start");
            assertThat(outcome.status()).isNotZero();
            assertThat(outcome.output())
                    .contains("Port " + PORTS.ingest() + " (ingest) is taken")
                    .contains("GALLEY_INGEST_PORT")
                    .hasLineCount(1);
        }
    }

    @Test
    void theOwnerOfAPortCanBeTold() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortOwner.of(socket.getLocalPort()))
                    .hasValue("process " + ProcessHandle.current().pid() + " (java)");
        }
    }

    @Test
    void aTokenIsOneLine() throws Exception {
        Script.Outcome outcome = script.run("token", "editor", "--name", "eva");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.output()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
        assertMisused("No such role: king", "token", "king");
    }

    @Test
    void logsShowWhatAServiceTold() throws Exception {
        assertThat(script.run("logs", "editorial").output())
                .isEqualTo(
                        "stands in on jdbc:postgresql://127.0.0.1:%d/editorial\n"
                                .formatted(PORTS.postgres()));
        assertMisused("No such service: nobody", "logs", "nobody");
    }

    @Test
    void eventsAreLinesOfJsonInOrder() throws Exception {
        send("a", "{\"n\": 1.50,\n \"list\": [null]}");
        send("b", "no json");
        send("a", null);
        Script.Outcome outcome = script.run("events", TOPIC);
        assertThat(outcome.status()).isZero();
        List<String> lines = outcome.output().lines().toList();
        assertThat(lines)
                .contains(
                        "{\"key\":\"a\",\"headers\":{\"ce_id\":\"7\"},"
                                + "\"value\":{\"n\":1.50,\"list\":[null]}}");
        JsonNode last = new ObjectMapper().readTree(lines.getLast());
        assertThat(last.path("key").asText()).isEqualTo("a");
        assertThat(last.path("value").isNull()).isTrue();
        assertThat(outcome.output()).contains("\"value\":\"no json\"");
    }

    @Test
    void anUnknownTopicIsToldInOneLine() throws Exception {
        assertThat(script.run("events", "galley.unknown"))
                .isEqualTo(new Script.Outcome(1, "No such topic: galley.unknown\n"));
        assertThat(script.run("events", "galley.article.kill.v1"))
                .isEqualTo(new Script.Outcome(0, ""));
    }

    @Test
    void whatIsKilledStartsAgain() throws Exception {
        for (String part : List.of("publish", "kafka", "postgres")) {
            RunningStack before = recorded();
            ProcessHandle.of(before.part(part).pid()).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> recorded().part(part).pid() != before.part(part).pid());
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> script.run("status").status() == 0);
    }

    @Test
    void whatCannotStartAgainForAWhileIsTriedUntilItCan() throws Exception {
        RunningStack before = recorded();
        Path logs = script.data().resolve("logs");
        Path away = Files.move(logs, script.data().resolve("away"));
        Files.createFile(logs); // nothing can write its log now
        ProcessHandle.of(before.part("ingest").pid()).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.readString(script.console()).contains("ingest did not start: "));
        Files.delete(logs);
        Files.move(away, logs);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.readString(script.console()).contains("ingest is ready again"));
        assertThat(recorded().part("ingest").pid()).isNotEqualTo(before.part("ingest").pid());
    }

    private static void assertMisused(String message, String... words) throws Exception {
        Script.Outcome outcome = script.run(words);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.output()).startsWith(message).contains("Usage: ./galley " + words[0]);
    }

    private static RunningStack recorded() {
        return new RunningFile(script.data().resolve("running")).read().orElseThrow();
    }

    private static void send(String key, String value) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", "127.0.0.1:" + PORTS.kafka()),
                        new StringSerializer(),
                        new StringSerializer())) {
            ProducerRecord<String, String> event = new ProducerRecord<>(TOPIC, key, value);
            event.headers().add("ce_id", "7".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            producer.send(event).get();
        }
    }
}
