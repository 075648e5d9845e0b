package galley.localstack.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

import galley.localstack.StackDirectory;

/** The logs of a stack's parts: those of this run and of the one before. */
record LogFiles(StackDirectory directory) {
    /** Puts the logs of the run before aside, so that they don't grow for ever. */
    void putAside() {
        Path logs = directory.log("any").getParent();
        try {
            Files.createDirectories(logs);
            List<Path> old;
            try (Stream<Path> files = Files.list(logs)) {
                old = files.filter(file -> file.toString().endsWith(".log")).toList();
            }
            for (Path log : old) {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".before"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
