package galley.editorial.stream;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.eclipse.microprofile.config.ConfigProvider;

import galley.editorial.Api;

import static org.awaitility.Awaitility.await;

/** Opens a stream, and reads nothing of it until it was cut off. */
final class SleepingClient implements AutoCloseable {
    /** Small, so that the connection soon holds no more. */
    private static final int BUFFER = 4_096;

    private final Socket socket = new Socket();
    private final double others = open();

    SleepingClient(String token, String query) throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class);
        socket.setReceiveBufferSize(BUFFER);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String request =
                """
                GET /v1/stream%s HTTP/1.1
                Host: localhost
                Accept: text/event-stream
                Authorization: Bearer %s

                """
                        .formatted(query, token)
                        .replace("\n", "\r\n");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        await().until(() -> open() > others);
    }

    /** Waits until the service no longer holds the stream. */
    void awaitCutOff() {
        await().atMost(Duration.ofSeconds(30)).until(() -> open() <= others);
    }

    /** How many bytes came before the end. */
    long received() throws IOException {
        socket.setSoTimeout(10_000);
        long received = 0;
        byte[] chunk = new byte[64 * 1024];
        try {
            InputStream in = socket.getInputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                received += read;
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The connection has not ended", e);
        } catch (IOException e) {
            // reset by the other side: that is an end too
        }
        return received;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** How many streams the service holds. */
    static double open() {
        return Api.asNobody()
                .get("/q/metrics", "Accept", "text/plain")
                .expect(200)
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith("galley_stream_open"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
