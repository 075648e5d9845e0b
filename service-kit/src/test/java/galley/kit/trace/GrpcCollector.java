package galley.kit.trace;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** Answers as an OpenTelemetry collector does over gRPC; keeps what it is sent, unread. */
public final class GrpcCollector implements QuarkusTestResourceLifecycleManager {
    private static final Buffer EMPTY_MESSAGE = Buffer.buffer(new byte[5]);

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private Vertx vertx;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        HttpServer server = vertx.createHttpServer().requestHandler(this::take);
        try {
            server.listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:" + server.actualPort());
    }

    @Override
    public void inject(TestInjector test) {
        test.injectIntoFields(calls, new TestInjector.MatchesType(List.class));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void take(HttpServerRequest request) {
        request.body()
                .onSuccess(
                        body -> {
                            calls.add(request.path() + " " + body);
                            request.response()
                                    .putHeader("content-type", "application/grpc")
                                    .putTrailer("grpc-status", "0")
                                    .end(EMPTY_MESSAGE);
                        });
    }
}
