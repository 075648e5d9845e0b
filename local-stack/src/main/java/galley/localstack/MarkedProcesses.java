package galley.localstack;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Finds the Java programs of a stack by the marker among their arguments. */
final class MarkedProcesses {
    private final StackDirectory directory;

    MarkedProcesses(StackDirectory directory) {
        this.directory = directory;
    }

    /** Those that were started with a certain argument, for example a main class. */
    Stream<ProcessHandle> running(String argument) {
        return ProcessHandle.allProcesses()
                .filter(
                        process -> {
                            List<String> arguments =
                                    process.info()
                                            .arguments()
                                            .map(Arrays::asList)
                                            .orElse(List.of());
                            return arguments.contains(directory.marker())
                                    && arguments.contains(argument);
                        });
    }
}
