package galley.localstack.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import galley.localstack.ServiceProcess;
import galley.localstack.StackPorts;

/** Prints a line for each part; succeeds only when all of them are up. */
@Command(name = "status", description = "Tells what runs; succeeds only when everything is up.")
final class StatusCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<RunningStack> running = Project.current().running().read();
        if (running.isEmpty()) {
            say("Galley is not running");
            return 1;
        }
        RunningStack stack = running.get();
        boolean allUp = true;
        for (RunningStack.Part part : stack.parts()) {
            boolean up = isUp(part);
            allUp &= up;
            say(
                    "%-10s %-5s 127.0.0.1:%-6d pid %-8s %s"
                            .formatted(
                                    part.name(),
                                    up ? "up" : "down",
                                    part.port(),
                                    part.pid() == 0 ? "-" : part.pid(),
                                    Memory.of(part.pid())));
        }
        say("data in " + stack.data() + ", supervisor pid " + stack.pid());
        return allUp ? 0 : 1;
    }

    private static boolean isUp(RunningStack.Part part) {
        if (ProcessHandle.of(part.pid()).isEmpty()) {
            return false;
        }
        return StackPorts.SERVICES.contains(part.name())
                ? ServiceProcess.isReady(part.port())
                : accepts(part.port());
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
