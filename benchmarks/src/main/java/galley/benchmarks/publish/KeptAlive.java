package galley.benchmarks.publish;

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
    private static final byte[] LENGTH = "\ncontent-length:".getBytes(ISO_8859_1);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[65_536];

    KeptAlive(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
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
     * @return how many bytes it had, with its head
     * @throws IOException also when it is not 200
     */
    int ask(byte[] request) throws IOException {
        return ask(request, OutputStream.nullOutputStream());
    }

    /** Asks; answers every byte of the answer, from its head on. */
    byte[] read(byte[] request) throws IOException {
        var whole = new ByteArrayOutputStream();
        ask(request, whole);
        return whole.toByteArray();
    }

    /**
     * Where the body begins.
     *
     * @param length how many bytes of the answer are there
     * @return 0 while the head has not come to its end
     */
    static int bodyStart(byte[] answer, int length) {
        for (int i = 3; i < length; i++) {
            if (answer[i] == '\n' && answer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private int ask(byte[] request, OutputStream sink) throws IOException {
        out.write(request);
        int size = 0;
        int bodyStart = 0;
        while (bodyStart == 0) {
            size += readMore(size);
            bodyStart = bodyStart(buffer, size);
        }
        int length = bodyStart + bodyLength(bodyStart);
        sink.write(buffer, 0, size);
        while (size < length) {
            int count = readMore(0);
            sink.write(buffer, 0, count);
            size += count;
        }
        return length;
    }

    private int readMore(int from) throws IOException {
        int count = in.read(buffer, from, buffer.length - from);
        if (count <= 0) {
            throw new EOFException("The server hung up");
        }
        return count;
    }

    private int bodyLength(int headEnd) throws IOException {
        if (buffer[9] != '2' || buffer[10] != '0' || buffer[11] != '0') {
            throw new IOException("Answered " + new String(buffer, 0, headEnd, ISO_8859_1));
        }
        for (int i = 0; i < headEnd - LENGTH.length; i++) {
            if (buffer[i] == '\n' && isLength(i)) {
                return number(i + LENGTH.length);
            }
        }
        throw new IOException("An answer that does not say how long it is");
    }

    private boolean isLength(int from) {
        for (int i = 1; i < LENGTH.length; i++) {
            if ((buffer[from + i] | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private int number(int from) {
        int value = 0;
        for (int i = from; buffer[i] != '\r'; i++) {
            if (buffer[i] != ' ') {
                value = value * 10 + buffer[i] - '0';
            }
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
