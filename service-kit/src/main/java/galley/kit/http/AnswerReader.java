package galley.kit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

import galley.kit.http.FetchException.BrokenAnswer;
import galley.kit.http.FetchException.TooLarge;

/** Reads an answer whole, as far as the limit goes. */
final class AnswerReader {
    private static final int CHUNK = 16 * 1024;

    private final long maxBytes;

    AnswerReader(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    Fetched read(ClassicHttpResponse response, URI address) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var header : response.getHeaders()) {
            headers.putIfAbsent(header.getName(), header.getValue());
        }
        var entity = response.getEntity();
        var body =
                response.getCode() / 100 == 2 && entity != null
                        ? body(entity, headers)
                        : new byte[0];
        return new Fetched(response.getCode(), address, null, headers, body);
    }

    private byte[] body(HttpEntity entity, Map<String, String> headers) throws IOException {
        if (entity.getContentLength() > maxBytes) {
            throw tooLarge();
        }
        var content = decompressed(entity.getContent(), headers.get("Content-Encoding"));
        var body = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            if (body.size() + read > maxBytes) {
                throw tooLarge(); // without closing the content, which would read the rest
            }
            body.write(chunk, 0, read);
        }
        content.close();
        return body.toByteArray();
    }

    private static InputStream decompressed(InputStream content, String encoding)
            throws IOException {
        return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> content;
            case "gzip", "x-gzip" -> new GZIPInputStream(content);
            default ->
                    throw new BrokenAnswer(
                            "It is compressed as " + encoding + ", which was not asked for.", null);
        };
    }

    private TooLarge tooLarge() {
        return new TooLarge("It is larger than " + maxBytes + " bytes.");
    }
}
