package galley.kit.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.apache.hc.client5.http.utils.DateUtils;

/**
 * An answer that came whole. Any status may come; a body only with success (2xx).
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

    /** The same, to be asked for at another address from now on. */
    public Fetched movedTo(URI target) {
        return new Fetched(status, address, target, headers, body);
    }

    /**
     * How long the server wants to be left alone (RFC 9110, Retry-After): seconds, or a time, which
     * is read by the server's own clock where it tells its time. Zero if it wishes nothing, or
     * nothing that can be understood.
     */
    public Duration retryAfter() {
        var wish = header("Retry-After").orElse("").strip();
        if (wish.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(wish));
        }
        var until = DateUtils.parseStandardDate(wish);
        if (until == null) {
            return Duration.ZERO;
        }
        var now = header("Date").map(DateUtils::parseStandardDate).orElseGet(Instant::now);
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }
}
