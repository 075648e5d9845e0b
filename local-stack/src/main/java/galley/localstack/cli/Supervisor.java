package galley.localstack.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import galley.localstack.Stack;
import galley.localstack.StackDirectory;
import galley.localstack.StackPorts;
import galley.localstack.StackServer;
import galley.localstack.StartFailedException;

/**
 * Runs a stack: starts it, records it, starts again what ends by itself, and ends all of it in
 * order when this process is asked to end.
 */
final class Supervisor {
    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(5);

    private final Project project;
    private final StackDirectory directory;
    private final StackPorts ports;
    private final Console console;
    private final Stack stack;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();
    private volatile boolean complete;
    private volatile boolean ending;

    Supervisor(Project project, StackDirectory directory, StackPorts ports, Console console) {
        this.project = project;
        this.directory = directory;
        this.ports = ports;
        this.console = console;
        new LogFiles(directory).putAside();
        this.stack = new Stack(directory, ports, project.programs());
    }

    /**
     * Starts the stack and stays until the process ends.
     *
     * @throws CommandException when a part does not start; everything has been ended then
     */
    void run() throws InterruptedException {
        Thread end = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(end);
        console.say("Galley starts with its data in " + directory.root());
        record();
        Thread progress = Thread.startVirtualThread(this::tellProgress);
        try {
            stack.start(this::isReady);
        } catch (StartFailedException e) {
            if (ending) {
                end.join();
            }
            throw new CommandException(e.getMessage());
        } finally {
            progress.interrupt();
        }
        complete = true;
        record();
        stack.parts().forEach(part -> Thread.startVirtualThread(() -> new Guard(part).run()));
        tellAddresses();
        ClassArchive.of(project).make();
        new CountDownLatch(1).await(); // until a signal ends the process
    }

    private void isReady(StackServer part) {
        ready.add(part.name());
        record();
        console.step(part.name() + " is ready");
    }

    private void tellProgress() {
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(BETWEEN_PROGRESS.toNanos());
                if (ending) {
                    return;
                }
                String missing =
                        stack.parts().stream()
                                .map(StackServer::name)
                                .filter(name -> !ready.contains(name))
                                .collect(Collectors.joining(", "));
                console.step("waiting for " + missing);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellAddresses() {
        console.say("");
        console.say("  ingest     http://127.0.0.1:" + ports.ingest());
        console.say("  editorial  http://127.0.0.1:" + ports.editorial());
        console.say("  publish    http://127.0.0.1:" + ports.publish());
        console.say("  kafka      127.0.0.1:" + ports.kafka());
        console.say("  postgres   127.0.0.1:" + ports.postgres());
        console.say("");
        console.say("A token to call them with: ./galley token editor --name eva");
        console.say("Galley is ready");
    }

    private synchronized void record() {
        if (ending) {
            return;
        }
        ProcessHandle self = ProcessHandle.current();
        project.running()
                .write(
                        new RunningStack(
                                self.pid(),
                                self.info().startInstant().orElse(Instant.EPOCH),
                                directory.root(),
                                complete,
                                stack.parts().stream().map(Supervisor::part).toList()));
    }

    private static RunningStack.Part part(StackServer part) {
        return new RunningStack.Part(
                part.name(), part.port(), part.child() == null ? 0 : part.pid());
    }

    private void end() {
        synchronized (this) {
            ending = true;
        }
        console.say("Galley ends");
        stack.close();
        project.running().delete();
        console.say("Galley has stopped");
    }

    /** Starts a part again whenever it ends by itself, as an orchestrator would. */
    private final class Guard {
        private static final List<Integer> PAUSES = List.of(0, 1, 2, 5, 10, 30);
        private static final Duration STEADY = Duration.ofMinutes(1);

        private final StackServer part;

        Guard(StackServer part) {
            this.part = part;
        }

        void run() {
            int failures = 0;
            while (true) {
                Instant since = Instant.now();
                part.ended().join();
                if (ending) {
                    return;
                }
                boolean wasSteady = since.plus(STEADY).isBefore(Instant.now());
                failures = wasSteady ? 0 : failures;
                int pause = PAUSES.get(Math.min(failures++, PAUSES.size() - 1));
                console.step(part.name() + " has ended; it starts again in " + pause + " s");
                startAgain(pause);
            }
        }

        private void startAgain(int pause) {
            try {
                TimeUnit.SECONDS.sleep(pause);
                part.start();
                record();
                console.step(part.name() + " is ready again");
            } catch (RuntimeException e) {
                // Whatever it is, a full disk for instance, it may have passed by the next time.
                if (!ending) {
                    console.step(part.name() + " did not start: " + e.getMessage());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
