package galley.kit.http;

import java.net.URI;
import java.util.Map;

/**
 * What to get.
 *
 * @param address an absolute address, checked by {@link SafeHttp#check}
 * @param accept the media types that are wanted, as the header {@code Accept} names them
 * @param ifNoneMatch the ETag of what is already here, or null
 * @param ifModifiedSince the Last-Modified of what is already here, or null
 * @param confidential header fields, such as credentials, for the address's own server alone
 */
public record FetchRequest(
        URI address,
        String accept,
        String ifNoneMatch,
        String ifModifiedSince,
        Map<String, String> confidential) {

    /** Copies the fields. */
    public FetchRequest {
        confidential = Map.copyOf(confidential);
    }

    /** A request of somebody who is nobody in particular. */
    public FetchRequest(URI address, String accept, String ifNoneMatch, String ifModifiedSince) {
        this(address, accept, ifNoneMatch, ifModifiedSince, Map.of());
    }

    /**
     * Whether the confidential fields may go to this address: scheme, host and port are the same.
     */
    boolean trusts(URI other) {
        return address.getScheme().equals(other.getScheme())
                && address.getRawAuthority().equals(other.getRawAuthority());
    }
}
