package galley.kit.http;

import java.net.URI;
import java.util.Map;

/**
 * A form to send.
 *
 * @param address an absolute address, checked by {@link SafeHttp#check}
 * @param fields the form's fields, in their order
 */
public record FormRequest(URI address, Map<String, String> fields) {}
