package galley.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import galley.localstack.DatabaseServer;
import galley.localstack.Stack;
import galley.localstack.StackDirectory;
import galley.localstack.StackPorts;
import galley.localstack.StackServer;
import galley.localstack.TokenIssuer;

/** The platform as processes on free ports, without containers. */
final class Processes implements Platform {
    private final StackPorts ports = StackPorts.free();
    private final StackDirectory directory;
    private final Stack stack;
    private final List<StackServer> replicas = new CopyOnWriteArrayList<>();

    private Processes(List<String> moreOptions) throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        Files.createDirectories(target);
        directory = new StackDirectory(Files.createTempDirectory(target, "stack"));
        var options = Stream.concat(Stack.JAVA_OPTIONS.stream(), moreOptions.stream()).toList();
        stack = new Stack(directory, ports, programs(target), _ -> options);
    }

    /** Starts everything and waits until it is ready. */
    static Processes start() {
        return start(List.of());
    }

    /** Like {@link #start()}, with more options for the services' virtual machines. */
    static Processes start(List<String> moreOptions) {
        try {
            var platform = new Processes(moreOptions);
            Runtime.getRuntime().addShutdownHook(new Thread(platform::kill));
            platform.stack.start(part -> {});
            return platform;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StackServer part(String name) {
        return stack.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** One more process of a service, not yet started; it ends with the platform. */
    StackServer replica(String service) {
        var replica =
                stack.replica(service, "%s-replica-%d".formatted(service, replicas.size() + 1));
        replicas.add(replica);
        return replica;
    }

    /** The process of a service and more of them, so many in all; every one is up. */
    List<Replica> replicas(String service, int count) {
        var all =
                Stream.concat(
                                Stream.of(part(service)),
                                Stream.generate(() -> replica(service)).limit(count - 1))
                        .map(Replica::new)
                        .toList();
        Replica.start(all);
        return all;
    }

    /** A connection to the database of a service, as the service has it; whoever asks closes it. */
    Connection connect(String service) throws SQLException {
        var database = ((DatabaseServer) part("postgres")).database(service);
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** What a part has logged so far, line by line. */
    List<String> log(String name) {
        try {
            return Files.readAllLines(directory.log(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every password of the platform's databases. */
    List<String> secrets() {
        try (var files = Files.list(directory.secrets())) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .flatMap(Processes::values)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> values(Path properties) {
        var read = new Properties();
        try (var in = Files.newInputStream(properties)) {
            read.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.values().stream().map(Object::toString);
    }

    @Override
    public Map<String, String> kafka() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + ports.kafka());
    }

    @Override
    public InetAddress reachableHost() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public TokenIssuer tokens() {
        return stack.tokens();
    }

    @Override
    public URI address(String service) {
        return URI.create("http://127.0.0.1:" + ports.of(service));
    }

    @Override
    public void close() {
        replicas.forEach(StackServer::close);
        stack.close();
    }

    private void kill() {
        Stream.concat(replicas.stream(), stack.parts().stream())
                .filter(StackServer::isRunning)
                .forEach(StackServer::kill);
    }

    /** One folder with the three packaged services, as the stack wants them. */
    private static Path programs(Path target) throws IOException {
        Path programs = Files.createTempDirectory(target, "programs");
        for (String name : StackPorts.SERVICES) {
            String module = name + "-service";
            Path packaged =
                    target.resolveSibling("..").resolve(module).resolve("target/quarkus-app");
            Files.createSymbolicLink(
                    programs.resolve(module), packaged.toAbsolutePath().normalize());
        }
        return programs;
    }
}
