package galley.testkit;

import java.util.Locale;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;

import galley.localstack.BrokerProbe;
import galley.localstack.BrokerServer;
import galley.localstack.BrokerSettings;
import galley.localstack.StackDirectory;

/** Kafka in a container, with the settings of the embedded broker. */
final class BrokerContainer extends ContainerServer implements BrokerServer {

    BrokerContainer(StackDirectory directory, int port) {
        super("kafka", directory, port);
    }

    @Override
    GenericContainer<?> make() {
        KafkaContainer made = new KafkaContainer(TestImages.KAFKA);
        BrokerSettings.common().forEach((name, value) -> made.withEnv(variable(name), value));
        return made.withEnv("KAFKA_HEAP_OPTS", "-Xmx256m")
                .withEnv("KAFKA_JVM_PERFORMANCE_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    }

    @Override
    void awaitAnswer() {
        try (BrokerProbe probe = new BrokerProbe(bootstrapServers())) {
            awaitThat(probe::answers);
        }
    }

    /** The environment variable from which the image takes a setting. */
    private static String variable(String setting) {
        return "KAFKA_" + setting.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
