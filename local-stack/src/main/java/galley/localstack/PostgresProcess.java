package galley.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Finds a server by what it notes in its data directory. */
final class PostgresProcess {
    private final Path data;

    PostgresProcess(Path data) {
        this.data = data;
    }

    /**
     * Ends a server that still runs on the directory. When the number it noted belongs to another
     * program by now, the note goes, because PostgreSQL would refuse to start beside it.
     */
    void end() throws IOException {
        Optional<ProcessHandle> server = running();
        if (server.isPresent()) {
            Signals.stop(server.get(), "INT", Duration.ofSeconds(30));
        } else {
            Files.deleteIfExists(note());
        }
    }

    /** The server that runs on the directory. */
    Optional<ProcessHandle> running() throws IOException {
        if (!Files.exists(note())) {
            return Optional.empty();
        }
        return Files.readAllLines(note()).stream()
                .findFirst()
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                .filter(this::runsOnOurData);
    }

    private Path note() {
        return data.resolve("postmaster.pid");
    }

    private boolean runsOnOurData(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(Arrays::asList)
                .filter(arguments -> arguments.contains(data.toString()))
                .isPresent();
    }
}
