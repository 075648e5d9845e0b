package galley.messaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import galley.localstack.Database;

/** A relay in a process of its own, as a replica of a service has it. */
final class RelayProcess {
    private RelayProcess() {}

    /** Starts one over this outbox. */
    static Process start(TestOutbox outbox, String bootstrapServers) throws IOException {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        Database database = outbox.database;
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        RelayProcess.class.getName(),
                        database.url(),
                        database.user(),
                        database.password(),
                        bootstrapServers)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Relays until it is killed, or its parent is gone. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> argument = List.of(arguments);
        Database database = new Database(argument.get(0), argument.get(1), argument.get(2));
        TestOutbox.relay(TestOutbox.connections(database), argument.get(3)).start();
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        while (parent.isAlive()) {
            Thread.sleep(500);
        }
    }
}
