package galley.kit.http;

import java.net.URI;
import java.util.Map;

/**
 * Bytes to send.
 *
 * @param address an absolute address, checked by {@link SafeHttp#check}
 * @param contentType the body's media type
 * @param headers further header fields
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes, never compared
public record PostRequest(
        URI address, String contentType, byte[] body, Map<String, String> headers) {

    /** Copies the header fields. */
    public PostRequest {
        headers = Map.copyOf(headers);
    }
}
