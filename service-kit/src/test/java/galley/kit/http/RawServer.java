package galley.kit.http;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A server on loopback that sends bytes as it is told, right or wrong. */
final class RawServer implements Closeable {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Script(byte[] answer, boolean closes, byte[] drip) {}

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<String> requests;

    RawServer(List<String> requests) throws IOException {
        this.requests = requests;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    void answers(String path, String answer) {
        answers(path, bytes(answer));
    }

    void answers(String path, byte[] answer) {
        scripts.put(path, new Script(answer, false, new byte[0]));
    }

    void answersAndCloses(String path, String answer) {
        scripts.put(path, new Script(bytes(answer), true, new byte[0]));
    }

    void drips(String path, String answer, String drip) {
        scripts.put(path, new Script(bytes(answer), false, bytes(drip)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.getInputStream(), StandardCharsets.ISO_8859_1));
            for (var request = head(in); !request.isEmpty(); request = head(in)) {
                requests.add(request);
                var script = scripts.get(request.split(" ", 3)[1]);
                client.getOutputStream().write(script.answer());
                if (script.closes()) {
                    return;
                }
                while (script.drip().length > 0) {
                    client.getOutputStream().write(script.drip());
                    Thread.sleep(50);
                }
            }
        } catch (IOException | InterruptedException e) {
            // the client has gone, which is what many of the tests are about
        }
    }

    private static String head(BufferedReader in) throws IOException {
        var head = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append("\r\n");
        }
        return head.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
