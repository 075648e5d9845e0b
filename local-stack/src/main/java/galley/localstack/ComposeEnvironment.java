package galley.localstack;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of docker-compose.yml: passwords and keys that are made here and now, and what most
 * operators want to set.
 */
public final class ComposeEnvironment {
    private static final List<String> PASSWORDS =
            List.of(
                    "POSTGRES",
                    "INGEST_DATABASE",
                    "EDITORIAL_DATABASE",
                    "PUBLISH_DATABASE",
                    "KAFKA_ADMIN",
                    "KAFKA_INGEST",
                    "KAFKA_EDITORIAL",
                    "KAFKA_PUBLISH",
                    "KAFKA_SUBSCRIBER",
                    "KAFKA_OPERATOR");
    private static final SecureRandom RANDOM = new SecureRandom();

    private ComposeEnvironment() {}

    /**
     * What an environment lacks.
     *
     * @param present the variables that are set already; they stay
     * @param ports where the stack is to be reached
     */
    public static Map<String, String> missing(Map<String, String> present, StackPorts ports) {
        Map<String, String> missing = wanted(present, ports);
        missing.keySet().removeAll(present.keySet());
        return missing;
    }

    private static Map<String, String> wanted(Map<String, String> present, StackPorts ports) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("GALLEY_HOST", "127.0.0.1");
        for (String part : List.of("ingest", "editorial", "publish", "kafka")) {
            wanted.put(StackPorts.variable(part), "" + ports.of(part));
        }
        wanted.put("GALLEY_SITE_TITLE", "Galley");
        wanted.put("GALLEY_SITE_URL", "http://127.0.0.1:" + ports.publish());
        // As on every machine of one's own, sources may be on it.
        wanted.put("GALLEY_ALLOW_PRIVATE_SOURCES", "true");
        for (String name : PASSWORDS) {
            wanted.put("GALLEY_" + name + "_PASSWORD", HexFormat.of().formatHex(bytes(20)));
        }
        wanted.put(
                "GALLEY_KAFKA_CLUSTER_ID",
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(16)));
        wanted.put("GALLEY_SECRETS_KEYS", SecretsKey.make());
        String key = present.getOrDefault("GALLEY_TOKEN_KEY", TokenIssuer.newKey());
        wanted.put("GALLEY_TOKEN_KEY", key);
        wanted.put("GALLEY_TOKEN_PUBLIC_KEY", TokenIssuer.of(key, Clock.systemUTC()).publicKey());
        return wanted;
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
