package galley.localstack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One of Galley's services as a process of its own.
 *
 * <p>Can be started again after {@link #stop} and {@link #kill}. Not safe for use by several
 * threads.
 */
public final class ServiceProcess implements StackServer {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String STOP_SIGNAL = "TERM";

    private final String name;
    private final Path jar;
    private final StackDirectory directory;
    private final int port;
    private final List<String> javaOptions;
    private final Supplier<Map<String, String>> environment;
    private volatile Child child;

    /**
     * @param jar the packaged service, started with {@code java -jar}
     * @param javaOptions of the virtual machine
     * @param environment its settings as environment variables, asked for at each start
     */
    public ServiceProcess(
            String name,
            Path jar,
            StackDirectory directory,
            int port,
            List<String> javaOptions,
            Supplier<Map<String, String>> environment) {
        this.name = name;
        this.jar = jar.toAbsolutePath();
        this.directory = directory;
        this.port = port;
        this.javaOptions = javaOptions;
        this.environment = environment;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    /** Starts the service and waits until it says that it is ready. */
    @Override
    public void start() {
        child = Child.start(command(), environment.get(), directory.log(name), STOP_SIGNAL);
        Startup.await(name, child, this::isReady, directory.log(name), PATIENCE);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(directory.marker());
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    @Override
    public void adopt() {
        child =
                new StackProcesses(directory)
                        .withArgument(jar.toString())
                        .findAny()
                        .map(process -> new Child(process, STOP_SIGNAL))
                        .orElse(null);
    }

    @Override
    public Child child() {
        return child;
    }

    /** Whether the service says that it is ready. */
    public boolean isReady() {
        return isReady(port);
    }

    /** Whether the service on a port says that it is ready. */
    public static boolean isReady(int port) {
        try {
            var connection =
                    (HttpURLConnection)
                            URI.create("http://127.0.0.1:" + port + "/q/health/ready")
                                    .toURL()
                                    .openConnection();
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(5000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
