package galley.localstack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The broker's configuration: little memory, few threads, back soon after a crash. */
public record BrokerSettings(Map<String, String> values) {
    /**
     * @param data where the broker keeps its logs
     * @param port for clients; the controller's own is any other free one
     */
    static BrokerSettings of(Path data, int port) {
        int controllerPort = Ports.freeBut(port);
        Map<String, String> values = new TreeMap<>(common());
        values.put("process.roles", "broker,controller");
        values.put("node.id", "1");
        values.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        values.put(
                "listeners",
                "CLIENT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        values.put("advertised.listeners", "CLIENT://127.0.0.1:" + port);
        values.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        values.put("inter.broker.listener.name", "CLIENT");
        values.put("controller.listener.names", "CONTROLLER");
        values.put("log.dirs", data.toString());
        return new BrokerSettings(values);
    }

    /** What does not depend on where the broker runs. */
    public static Map<String, String> common() {
        Map<String, String> values = new TreeMap<>();

        // Topics are made as the contract defines them, never by a client's slip.
        values.put("auto.create.topics.enable", "false");
        values.put("group.initial.rebalance.delay.ms", "0");

        // One broker holds the only copy.
        values.put("offsets.topic.replication.factor", "1");
        values.put("offsets.topic.num.partitions", "4");
        values.put("transaction.state.log.replication.factor", "1");
        values.put("transaction.state.log.min.isr", "1");
        values.put("transaction.state.log.num.partitions", "4");
        values.put("share.coordinator.state.topic.replication.factor", "1");
        values.put("share.coordinator.state.topic.min.isr", "1");

        // Nothing is flushed to the disk at once: what the broker has acknowledged outlives its
        // being killed in the kernel's page cache. After a loss of power the services' outboxes,
        // which do flush, can send again what is missing.

        // After a crash the broker's former self has to time out before it may register again.
        values.put("broker.session.timeout.ms", "1000");
        values.put("broker.heartbeat.interval.ms", "300");

        values.put("num.network.threads", "2");
        values.put("num.io.threads", "4");
        values.put("background.threads", "2");
        values.put("log.cleaner.dedupe.buffer.size", "4194304");
        return values;
    }

    /** Writes the file that the broker reads; paths may have any letters. */
    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(values);
        var escaped = new ByteArrayOutputStream();
        properties.store(escaped, null);
        PrivateFiles.write(file, escaped.toString(US_ASCII));
    }
}
