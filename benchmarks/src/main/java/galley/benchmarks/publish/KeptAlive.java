package galley.benchmarks.publish;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A connection over which one request after the other is sent. It does as little as a client can,
 * so that the processors are the server's.
 */
final class KeptAlive implements AutoCloseable {
    private static final byte[] LENGTH = "content-length:".getBytes(ISO_8859_1);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] line = new byte[8_192];

    KeptAlive(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
        out = socket.getOutputStream();
    }

    /** The bytes of a request for a path, as a browser that takes gzip sends it. */
    static byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    /**
     * Asks, and reads the answer to its end.
     *
     * @return how many bytes its body had
     * @throws IOException also when it is not 200
     */
    int ask(byte[] request) throws IOException {
        int length = head(request);
        in.skipNBytes(length);
        return length;
    }

    /** Asks; answers the body. */
    byte[] read(byte[] request) throws IOException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(in.readNBytes(head(request)));
        return body.toByteArray();
    }

    private int head(byte[] request) throws IOException {
        out.write(request);
        int size = readLine();
        if (size < 12 || line[9] != '2' || line[10] != '0' || line[11] != '0') {
            throw new IOException("Answered " + new String(line, 0, size, ISO_8859_1));
        }
        int length = -1;
        while ((size = readLine()) > 0) {
            if (isLength(size)) {
                String value = new String(line, LENGTH.length, size - LENGTH.length, ISO_8859_1);
                length = Integer.parseInt(value.strip());
            }
        }
        if (length < 0) {
            throw new IOException("An answer that does not say how long it is");
        }
        return length;
    }

    private boolean isLength(int size) {
        if (size <= LENGTH.length) {
            return false;
        }
        for (int i = 0; i < LENGTH.length; i++) {
            if ((line[i] | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    /** Reads a line without its end; answers its length. */
    private int readLine() throws IOException {
        int size = 0;
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The server hung up");
            }
            if (next == '\n') {
                return size > 0 && line[size - 1] == '\r' ? size - 1 : size;
            }
            line[size++] = (byte) next;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
