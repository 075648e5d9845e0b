package galley.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes the {@code .env} of Docker Compose: lines of {@code NAME=value} and comments.
 *
 * @param path where it is, or will be
 */
public record EnvironmentFile(Path path) {
    /** The variables in it; nothing when there is no file. */
    public Optional<Map<String, String>> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : text().lines().toList()) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                variables.put(
                        line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        return Optional.of(variables);
    }

    /** Adds lines at the end; the file is its owner's only. */
    public void append(String lines) {
        try {
            PrivateFiles.write(path, (Files.exists(path) ? text() : "") + lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
