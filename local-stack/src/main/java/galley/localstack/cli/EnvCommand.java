package galley.localstack.cli;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import galley.localstack.StackPorts;
import galley.localstack.TokenIssuer;

/**
 * Writes the {@code .env} that docker-compose.yml needs beside itself: passwords and keys made here
 * and now, and what most operators want to set. What the file has already stays as it is.
 */
@Command(name = "env", description = "Makes the .env for Docker Compose.")
final class EnvCommand implements Callable<Integer> {
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

    @Spec private CommandSpec spec;
    private final SecureRandom random = new SecureRandom();

    @Override
    public Integer call() {
        EnvironmentFile file = Project.current().environment();
        Map<String, String> present = file.read().orElse(Map.of());
        Map<String, String> missing = wanted(present);
        missing.keySet().removeAll(present.keySet());
        if (!missing.isEmpty()) {
            String lines =
                    missing.entrySet().stream()
                            .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                            .collect(Collectors.joining());
            file.append(
                    (present.isEmpty() ? "# Secret. docs/operations.md says what each is.\n" : "")
                            + lines);
        }
        spec.commandLine().getOut().println(file.path() + " is complete");
        return 0;
    }

    private Map<String, String> wanted(Map<String, String> present) {
        Map<String, String> wanted = new LinkedHashMap<>();
        StackPorts ports = StackPorts.from(System.getenv());
        wanted.put("GALLEY_HOST", "127.0.0.1");
        for (String part : List.of("ingest", "editorial", "publish", "kafka")) {
            wanted.put(StackPorts.variable(part), "" + ports.of(part));
        }
        wanted.put("GALLEY_SITE_NAME", "Galley");
        // As on every machine of one's own, sources may be on it.
        wanted.put("GALLEY_ALLOW_PRIVATE_SOURCES", "true");
        for (String name : PASSWORDS) {
            wanted.put("GALLEY_" + name + "_PASSWORD", HexFormat.of().formatHex(bytes(20)));
        }
        wanted.put(
                "GALLEY_KAFKA_CLUSTER_ID",
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(16)));
        String key = present.getOrDefault("GALLEY_TOKEN_KEY", TokenIssuer.newKey());
        wanted.put("GALLEY_TOKEN_KEY", key);
        wanted.put("GALLEY_TOKEN_PUBLIC_KEY", TokenIssuer.of(key, Clock.systemUTC()).publicKey());
        return wanted;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
