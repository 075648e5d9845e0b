package galley.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import galley.localstack.ComposeEnvironment;
import galley.localstack.Ports;
import galley.localstack.PrivateFiles;
import galley.localstack.ReachableStack;
import galley.localstack.StackPorts;
import galley.localstack.TokenIssuer;

import static org.awaitility.Awaitility.await;

/** The platform in containers, as docker-compose.yml and the overlay describe it. */
final class Composed implements Platform {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> COMPOSE = compose();
    private static final Path ENVIRONMENTS = Path.of("target", "compose").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String NAME = "galley-test-" + ProcessHandle.current().pid();

    private final String project;
    private final List<String> files;
    private final Path file;
    private final Map<String, String> environment;

    private Composed(String name, List<String> files) {
        this.project = NAME + "-" + name;
        this.files = files;
        this.file = ENVIRONMENTS.resolve(project + ".env");
        this.environment = environment();
    }

    /** One broker, and one of each service. */
    static Composed single() {
        return up(new Composed("single", List.of("docker-compose.yml")));
    }

    /** Three brokers, and two of each service. */
    static Composed cluster() {
        return up(
                new Composed(
                        "cluster", List.of("docker-compose.yml", "docker-compose.cluster.yml")));
    }

    private static Composed up(Composed platform) {
        Runtime.getRuntime().addShutdownHook(new Thread(platform::down));
        platform.compose("up", "-d", "--no-build");
        for (String service : StackPorts.SERVICES) {
            await(service + " is ready")
                    .atMost(PATIENCE)
                    .ignoreException(UncheckedIOException.class)
                    .until(() -> platform.isReady(service));
        }
        return platform;
    }

    private boolean isReady(String service) {
        return new Caller(address(service), null).get("/q/health/ready").ok();
    }

    @Override
    public URI address(String service) {
        return URI.create("http://127.0.0.1:" + environment.get(StackPorts.variable(service)));
    }

    @Override
    public TokenIssuer tokens() {
        return ReachableStack.ofContainers(environment).tokens();
    }

    @Override
    public Map<String, String> kafka() {
        return ReachableStack.ofContainers(environment).kafka();
    }

    /** How an account of the broker reaches it from outside. */
    Map<String, String> kafkaAs(String account) {
        return ReachableStack.kafkaAccount(environment, account);
    }

    @Override
    public InetAddress reachableHost() {
        var gateway =
                docker(
                        "network",
                        "inspect",
                        project + "_galley",
                        "--format",
                        "{{(index .IPAM.Config 0).Gateway}}");
        try {
            return InetAddress.getByName(gateway);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills a container, as by a crash. */
    void kill(String service, int number) {
        docker("kill", container(service, number));
    }

    /** Stops a container, as an upgrade does; answers with which status its program ended. */
    int stop(String service, int number) {
        var container = container(service, number);
        docker("stop", container);
        return Integer.parseInt(docker("inspect", container, "--format", "{{.State.ExitCode}}"));
    }

    /** Starts a container again that was killed or stopped. */
    void start(String service, int number) {
        docker("start", container(service, number));
    }

    /** Ends it; fails when something of it is left. */
    @Override
    public void close() {
        down();
        var left =
                Stream.of("container", "network", "volume")
                        .flatMap(kind -> listed(kind).lines().map(one -> kind + " " + one))
                        .toList();
        if (!left.isEmpty()) {
            throw new AssertionError("Left behind: " + left);
        }
    }

    private void down() {
        compose("down", "--volumes", "--remove-orphans");
    }

    private String listed(String kind) {
        List<String> words = new ArrayList<>(List.of(kind, "ls", "--quiet"));
        if (kind.equals("container")) {
            words.add("--all");
        }
        words.add("--filter");
        words.add("label=com.docker.compose.project=" + project);
        return docker(words.toArray(String[]::new));
    }

    private String container(String service, int number) {
        return docker(
                "container",
                "ls",
                "--all",
                "--quiet",
                "--filter",
                "label=com.docker.compose.project=" + project,
                "--filter",
                "label=com.docker.compose.service=" + service,
                "--filter",
                "label=com.docker.compose.container-number=" + number);
    }

    private String compose(String... arguments) {
        List<String> words = new ArrayList<>(COMPOSE);
        words.addAll(List.of("--env-file", "" + file, "--project-name", project));
        files.forEach(file -> words.addAll(List.of("--file", file)));
        words.addAll(List.of(arguments));
        return Command.run(ROOT, words);
    }

    /** The engine's plug-in, or the program that was there before it. */
    private static List<String> compose() {
        try {
            docker("compose", "version");
            return List.of("docker", "compose");
        } catch (IllegalStateException _) {
            return List.of("docker-compose");
        }
    }

    private static String docker(String... arguments) {
        List<String> words = new ArrayList<>(List.of("docker"));
        words.addAll(List.of(arguments));
        return Command.run(ROOT, words);
    }

    /** What an operator's .env has, on free ports. */
    private Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>();
        variables.put("GALLEY_KAFKA_2_PORT", "" + Ports.free());
        variables.put("GALLEY_KAFKA_3_PORT", "" + Ports.free());
        variables.putAll(ComposeEnvironment.missing(variables, StackPorts.free()));
        try {
            PrivateFiles.write(
                    file,
                    variables.entrySet().stream()
                            .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return variables;
    }
}
