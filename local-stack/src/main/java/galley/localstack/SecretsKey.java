package galley.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The key under which ingest seals the credentials of sources. */
final class SecretsKey {
    private static final int BYTES = 32;

    private SecretsKey() {}

    /** Reads the stack's key; makes one at the first call. */
    static String in(StackDirectory directory) {
        try {
            Path file = directory.secrets().resolve("ingest-secrets.key");
            if (!Files.exists(file)) {
                PrivateFiles.write(file, make());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new key, as {@code galley.secrets.keys} has it. */
    static String make() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return "first:" + Base64.getEncoder().encodeToString(bytes);
    }
}
