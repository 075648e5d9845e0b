package galley.localstack.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import galley.localstack.ComposeEnvironment;
import galley.localstack.EnvironmentFile;
import galley.localstack.StackPorts;

/**
 * Writes the {@code .env} that docker-compose.yml needs beside itself: passwords and keys made here
 * and now, and what most operators want to set. What the file has already stays as it is.
 */
@Command(name = "env", description = "Makes the .env for Docker Compose.")
final class EnvCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--file", description = "another file than .env")
    private Path other;

    @Override
    public Integer call() {
        EnvironmentFile file =
                other == null ? Project.current().environment() : new EnvironmentFile(other);
        Map<String, String> present = file.read().orElse(Map.of());
        Map<String, String> missing =
                ComposeEnvironment.missing(present, StackPorts.from(System.getenv()));
        if (!missing.isEmpty()) {
            String lines =
                    missing.entrySet().stream()
                            .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                            .collect(Collectors.joining());
            file.append(
                    (present.isEmpty() ? "# Secret. docs/operations.md says what each is.\n" : "")
                            + lines);
        }
        spec.commandLine().getOut().println(file.path() + " is complete");
        return 0;
    }
}
