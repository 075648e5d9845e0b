package galley.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.sun.security.auth.module.UnixSystem;

/**
 * PostgreSQL refuses to run as root. For root, this finds words to put in front of its commands
 * that make them run as somebody else; for everybody else there is nothing to do.
 */
final class OrdinaryUser {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private OrdinaryUser() {}

    /**
     * Answers what to put in front of a command that works on a directory, and hands the directory
     * over to the user that the command will run as.
     */
    static List<String> inFrontOfCommandsOn(Path directory) throws IOException {
        if (new UnixSystem().getUid() != ROOT) {
            return List.of();
        }
        // In a user namespace of its own, root goes by another number but still owns its files.
        if (works("unshare", "-U", "true")) {
            give(directory, ROOT);
            return List.of("unshare", "-U");
        }
        // A container may forbid namespaces. Nobody keeps root's way past the permissions of files,
        // because the programs and the data may lie in root's home.
        give(directory, NOBODY);
        return List.of(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "--securebits=+no_setuid_fixup",
                "--inh-caps=+dac_override",
                "--ambient-caps=+dac_override",
                "--");
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void give(Path directory, int user) throws IOException {
        if ((int) Files.getAttribute(directory, "unix:uid") == user) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", user);
            }
        }
    }
}
