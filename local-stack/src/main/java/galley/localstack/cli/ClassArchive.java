package galley.localstack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The JVM's archive of the classes that commands use (JEP 310); commands start in half the time
 * with it. Without it everything works too.
 */
final class ClassArchive {
    private final Path file;

    private ClassArchive(Path file) {
        this.file = file;
    }

    /** The archive that the script looks for. */
    static ClassArchive of(Project project) {
        return new ClassArchive(project.programs().resolve("commands.jsa"));
    }

    /** Makes the archive, unless it is there, from a rehearsal on the running stack. */
    void make() {
        if (Files.exists(file)) {
            return;
        }
        Path draft = file.resolveSibling("commands.jsa.new");
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:ArchiveClassesAtExit=" + draft,
                        "-Xlog:disable",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-Dgalley.root=" + System.getProperty("galley.root"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Galley.class.getName(),
                        "rehearse");
        try {
            Process rehearsal =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (rehearsal.waitFor() == 0 && Files.exists(draft)) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            // Commands take longer then; there is nothing to be done about it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
