package galley.localstack.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Reads and writes {@code .galley/running}: lines of {@code name=value}. */
record RunningFile(Path path) {
    /** The stack that runs now. */
    Optional<RunningStack> read() {
        return recorded().filter(stack -> stack.supervisor().isPresent());
    }

    /**
     * The stack that runs now.
     *
     * @throws CommandException when there is none
     */
    RunningStack require() {
        return read().orElseThrow(
                        () ->
                                new CommandException(
                                        "Galley is not running; ./galley start starts it"));
    }

    /** What the file says, even when its stack has gone without removing it. */
    Optional<RunningStack> recorded() {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            lines.load(reader);
            List<RunningStack.Part> parts = new ArrayList<>();
            for (String name : lines.getProperty("parts").split(" ", -1)) {
                parts.add(
                        new RunningStack.Part(
                                name,
                                Integer.parseInt(lines.getProperty(name + ".port")),
                                Long.parseLong(lines.getProperty(name + ".pid"))));
            }
            return Optional.of(
                    new RunningStack(
                            Long.parseLong(lines.getProperty("pid")),
                            Instant.parse(lines.getProperty("started")),
                            Path.of(lines.getProperty("data")),
                            Boolean.parseBoolean(lines.getProperty("ready")),
                            parts));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the file's content; a reader sees the old one or the new one. */
    void write(RunningStack stack) {
        StringBuilder lines = new StringBuilder();
        lines.append("pid=").append(stack.pid()).append('\n');
        lines.append("started=").append(stack.started()).append('\n');
        lines.append("data=").append(stack.data()).append('\n');
        lines.append("ready=").append(stack.ready()).append('\n');
        lines.append("parts=")
                .append(
                        String.join(
                                " ", stack.parts().stream().map(RunningStack.Part::name).toList()))
                .append('\n');
        for (RunningStack.Part part : stack.parts()) {
            lines.append(part.name()).append(".port=").append(part.port()).append('\n');
            lines.append(part.name()).append(".pid=").append(part.pid()).append('\n');
        }
        Path draft = path.resolveSibling("running.new");
        try {
            Files.writeString(draft, lines);
            Files.move(
                    draft,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
