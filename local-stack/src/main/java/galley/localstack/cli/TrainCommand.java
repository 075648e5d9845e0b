package galley.localstack.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import galley.localstack.Directories;
import galley.localstack.Stack;
import galley.localstack.StackDirectory;
import galley.localstack.StackPorts;
import galley.localstack.TokenIssuer;

/**
 * Runs the services once on real servers while their virtual machines note down what that takes,
 * each into an AOT cache (JEP 514) named after its service.
 */
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {
    /** A virtual machine that was trained writes its cache when it is told to end. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Map<String, List<String>> DOORS =
            Map.of(
                    "ingest", List.of("/v1/sources", "/v1/quarantine"),
                    "editorial", List.of("/v1/articles"),
                    "publish", List.of("/", "/v1/articles", "/feeds/rss.xml", "/feeds/feed.json"));

    @Option(names = "--programs", required = true, description = "where the packaged services are")
    private Path programs;

    @Option(names = "--into", required = true, description = "where the caches go")
    private Path caches;

    @Parameters(description = "options with which the services will run")
    private List<String> javaOptions = new ArrayList<>();

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("training");
        Files.createDirectories(caches);
        StackPorts ports = StackPorts.free();
        try (Stack stack = new Stack(new StackDirectory(data), ports, programs, this::optionsOf)) {
            stack.start(part -> {});
            String token = stack.tokens().issue("admin", "trainer", TokenIssuer.LIFE);
            for (var service : DOORS.entrySet()) {
                for (String door : service.getValue()) {
                    knock(ports.of(service.getKey()), door, token);
                }
            }
            stack.close(PATIENCE);
        }
        Directories.delete(data);
        return 0;
    }

    private List<String> optionsOf(String service) {
        List<String> options = new ArrayList<>(javaOptions);
        options.add("-XX:AOTCacheOutput=" + caches.resolve(service + ".aot"));
        return options;
    }

    private void knock(int port, String door, String token)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + door))
                        .header("Authorization", "Bearer " + token)
                        .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new CommandException(door + " answered " + status);
        }
    }
}
