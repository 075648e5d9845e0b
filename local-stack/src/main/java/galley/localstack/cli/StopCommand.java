package galley.localstack.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import galley.localstack.Signals;
import galley.localstack.StackProcesses;

/** Ends the running stack and waits until it is gone. */
@Command(name = "stop", description = "Ends the running stack.")
final class StopCommand implements Callable<Integer> {
    // More than the supervisor gives all of its parts together
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        RunningFile running = Project.current().running();
        Optional<RunningStack> stack = running.recorded();
        if (stack.isEmpty()) {
            say("Galley is not running");
            return 0;
        }
        stack.get().supervisor().ifPresent(StopCommand::end);
        // Only a supervisor that was killed leaves anything.
        new StackProcesses(stack.get().directory()).end();
        running.delete();
        say("Galley has stopped");
        return 0;
    }

    private static void end(ProcessHandle supervisor) {
        if (!Signals.stop(supervisor, "TERM", PATIENCE)) {
            throw new CommandException(
                    "No permission to end process %d, which belongs to %s"
                            .formatted(
                                    supervisor.pid(), supervisor.info().user().orElse("another")));
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
