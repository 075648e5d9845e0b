package galley.localstack.cli;

import java.time.Clock;
import java.util.Map;

import galley.localstack.TokenIssuer;

/**
 * What commands need of a stack, wherever it runs.
 *
 * @param tokens issues tokens that it accepts
 * @param kafka how to reach its broker, as Kafka's clients want it
 */
record ReachableStack(TokenIssuer tokens, Map<String, String> kafka) {
    /** A stack of processes on this machine. */
    static ReachableStack of(RunningStack stack) {
        return new ReachableStack(
                TokenIssuer.of(stack.directory(), Clock.systemUTC()),
                Map.of("bootstrap.servers", "127.0.0.1:" + stack.part("kafka").port()));
    }

    /** A stack in containers, over the broker's outside listener. */
    static ReachableStack of(Map<String, String> environment) {
        return new ReachableStack(
                TokenIssuer.of(environment.get("GALLEY_TOKEN_KEY"), Clock.systemUTC()),
                Map.of(
                        "bootstrap.servers",
                        environment.get("GALLEY_HOST") + ":" + environment.get("GALLEY_KAFKA_PORT"),
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "SCRAM-SHA-512",
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"operator\" password=\"%s\";"
                                        .formatted(
                                                environment.get(
                                                        "GALLEY_KAFKA_OPERATOR_PASSWORD"))));
    }
}
