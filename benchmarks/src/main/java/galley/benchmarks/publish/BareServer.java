package galley.benchmarks.publish;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Verticle;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

import galley.localstack.Stack;

/**
 * A process that answers every request with the same bytes from memory: on the same HTTP library as
 * the services, with the same options of the virtual machine, and without anything else.
 */
final class BareServer implements AutoCloseable {
    private final Process process;
    private final int port;

    /**
     * Starts it.
     *
     * @param body a file
     */
    BareServer(Path body) throws IOException {
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
                        body.toString()));
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

    /** The process: a port, and the file whose bytes it answers. */
    public static void main(String[] arguments) throws Exception {
        var vertx = Vertx.vertx();
        Buffer body = vertx.fileSystem().readFileBlocking(arguments[1]);
        int port = Integer.parseInt(arguments[0]);
        var each = new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        vertx.deployVerticle(() -> answering(port, body), each)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        System.out.println("up");
    }

    private static Verticle answering(int port, Buffer body) {
        return new AbstractVerticle() {
            @Override
            public void start(Promise<Void> started) {
                vertx.createHttpServer()
                        .requestHandler(
                                request ->
                                        request.response()
                                                .putHeader("Content-Type", "text/plain")
                                                .end(body))
                        .listen(port, "127.0.0.1")
                        .<Void>mapEmpty()
                        .onComplete(started);
            }
        };
    }
}
