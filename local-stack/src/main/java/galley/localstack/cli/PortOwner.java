package galley.localstack.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import galley.localstack.StackProcesses;

/** Tells which process listens on a port, where Linux's {@code /proc} lets us see it. */
final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** The process in words, such as "process 4711 (nginx)". */
    static Optional<String> of(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> sockets(Path.of(table), port))
                .flatMap(socket -> ProcessHandle.allProcesses().filter(p -> holds(p, socket)))
                .map(PortOwner::inWords)
                .findFirst();
    }

    /** What the descriptors of the listening sockets point to, for example "socket:[1234]". */
    private static Stream<String> sockets(Path table, int port) {
        String address = ":%04X".formatted(port).toUpperCase(Locale.ROOT);
        try {
            return Files.readAllLines(table).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns.length > 9)
                    .filter(columns -> columns[1].endsWith(address) && columns[3].equals(LISTENING))
                    .map(columns -> "socket:[" + columns[9] + "]");
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean holds(ProcessHandle process, String socket) {
        Path descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
        try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : open) {
                if (Files.readSymbolicLink(descriptor).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false; // ended meanwhile, or another user's
        }
        return false;
    }

    private static String inWords(ProcessHandle process) {
        return process.info()
                .command()
                .flatMap(StackProcesses::programName)
                .map(name -> "process " + process.pid() + " (" + name + ")")
                .orElse("process " + process.pid());
    }
}
