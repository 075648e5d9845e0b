package galley.kit.http;

import java.net.URI;

/**
 * What to get.
 *
 * @param address an absolute address, checked by {@link SafeHttp#check}
 * @param accept the media types that are wanted, as the header {@code Accept} names them
 * @param ifNoneMatch the ETag of what is already here, or null
 * @param ifModifiedSince the Last-Modified of what is already here, or null
 */
public record FetchRequest(
        URI address, String accept, String ifNoneMatch, String ifModifiedSince) {}
