package galley.kit.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * An answer that came whole. Any status may come; a body only with 200.
 *
 * @param status the status after all redirects
 * @param address where the answer came from
 * @param movedTo the address to use from now on, when every redirect on the way that leads there
 *     was permanent; else null
 * @param headers the header fields by name (any case); of repeated ones the first
 * @param body the decompressed body, as its bytes came
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes, never compared
public record Fetched(
        int status, URI address, URI movedTo, Map<String, String> headers, byte[] body) {

    /** A header field's value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
