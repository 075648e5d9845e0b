package galley.benchmarks.publish;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Verticle;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

import galley.localstack.Stack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A process that answers every request with the same header fields and the same body from memory:
 * on the same HTTP library as the services, with the same options of the virtual machine, and
 * without anything else.
 */
final class BareServer implements AutoCloseable {
    private final Process process;
    private final int port;

    /**
     * Starts it.
     *
     * @param answer a file with a whole answer, from its status line on
     */
    BareServer(Path answer) throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Stack.JAVA_OPTIONS);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        Integer.toString(port),
                        answer.toString()));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        if (process.inputReader().readLine() == null) {
            throw new IOException("The bare server did not start");
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** The process: a port, and the file with the answer. */
    public static void main(String[] arguments) throws Exception {
        var vertx = Vertx.vertx();
        byte[] answer = Files.readAllBytes(Path.of(arguments[1]));
        int bodyStart = KeptAlive.bodyStart(answer, answer.length);
        Buffer body = Buffer.buffer(Arrays.copyOfRange(answer, bodyStart, answer.length));
        List<Field> head = fields(new String(answer, 0, bodyStart, ISO_8859_1));
        int port = Integer.parseInt(arguments[0]);
        var each = new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        vertx.deployVerticle(() -> answering(port, head, body), each)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        System.out.println("up");
    }

    private static List<Field> fields(String head) {
        return head.lines()
                .skip(1)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(": *", 2))
                .map(
                        field ->
                                new Field(
                                        HttpHeaders.createOptimized(field[0]),
                                        HttpHeaders.createOptimized(field[1])))
                .toList();
    }

    private static Verticle answering(int port, List<Field> head, Buffer body) {
        return new AbstractVerticle() {
            @Override
            public void start(Promise<Void> started) {
                vertx.createHttpServer()
                        .requestHandler(
                                request -> {
                                    var fields = request.response().headers();
                                    head.forEach(field -> fields.add(field.name(), field.value()));
                                    request.response().end(body);
                                })
                        .listen(port, "127.0.0.1")
                        .<Void>mapEmpty()
                        .onComplete(started);
            }
        };
    }

    private record Field(CharSequence name, CharSequence value) {}
}
