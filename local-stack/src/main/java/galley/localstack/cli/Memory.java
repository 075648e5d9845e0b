package galley.localstack.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process takes of the machine's memory. */
final class Memory {
    private static final Pattern RESIDENT = Pattern.compile("(?m)^(?:VmRSS:)?\\s*(\\d+)(?: kB)?$");

    private Memory() {}

    /** Resident memory in words, such as "252 MiB"; nothing when it can't be told. */
    static String of(long pid) {
        try {
            Matcher resident = RESIDENT.matcher(status(pid));
            return resident.find() ? Long.parseLong(resident.group(1)) / 1024 + " MiB" : "";
        } catch (IOException e) {
            return ""; // it has just ended
        }
    }

    private static String status(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (Files.exists(status)) {
            return Files.readString(status);
        }
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        try (BufferedReader out = ps.inputReader()) {
            return Optional.ofNullable(out.readLine()).orElse("");
        }
    }
}
