package galley.localstack;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/**
 * What commands need of a stack, wherever it runs.
 *
 * @param tokens issues tokens that it accepts
 * @param kafka how to reach its broker, as Kafka's clients want it
 * @param ingest where its ingest service is
 */
public record ReachableStack(TokenIssuer tokens, Map<String, String> kafka, URI ingest) {
    /** A stack of processes on this machine. */
    public static ReachableStack ofProcesses(
            StackDirectory directory, int kafkaPort, int ingestPort) {
        return new ReachableStack(
                TokenIssuer.of(directory, Clock.systemUTC()),
                Map.of("bootstrap.servers", "127.0.0.1:" + kafkaPort),
                URI.create("http://127.0.0.1:" + ingestPort));
    }

    /**
     * A stack in containers, over the broker's outside listener.
     *
     * @param environment the variables that it was started with
     */
    public static ReachableStack ofContainers(Map<String, String> environment) {
        return new ReachableStack(
                TokenIssuer.of(environment.get("GALLEY_TOKEN_KEY"), Clock.systemUTC()),
                kafkaAccount(environment, "operator"),
                URI.create(
                        "http://%s:%s"
                                .formatted(
                                        environment.get("GALLEY_HOST"),
                                        environment.get("GALLEY_INGEST_PORT"))));
    }

    /**
     * How an account reaches the broker of a stack in containers, as Kafka's clients want it.
     *
     * @param account {@code operator} or {@code subscriber}
     */
    public static Map<String, String> kafkaAccount(
            Map<String, String> environment, String account) {
        String password =
                environment.get("GALLEY_KAFKA_" + account.toUpperCase(Locale.ROOT) + "_PASSWORD");
        return Map.of(
                "bootstrap.servers",
                environment.get("GALLEY_HOST") + ":" + environment.get("GALLEY_KAFKA_PORT"),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required"
                        + " username=\"%s\" password=\"%s\";".formatted(account, password));
    }
}
