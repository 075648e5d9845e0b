package galley.kit.problem;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem (RFC 9457) on its way to the client: thrown anywhere in a request, answered as {@code
 * application/problem+json}. {@link Problems} makes the usual ones.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String name;
    private final String title;
    private final transient Map<String, ?> members;

    /**
     * Any problem at all.
     *
     * @param status the HTTP status, 400 to 599
     * @param name the last part of the type, for instance {@code embargo-in-force}
     * @param title what kind of problem it is, the same at every occurrence
     * @param detail what happened this time, or null
     * @param members extension members, beside the standard ones
     */
    public Problem(int status, String name, String title, String detail, Map<String, ?> members) {
        super(detail, null, false, false);
        this.status = status;
        this.name = name;
        this.title = title;
        // in their order: all replicas write the same
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The HTTP status, also a member of the body. */
    public int status() {
        return status;
    }

    /** The stable type on which clients branch, {@code urn:galley:problem:<name>}. */
    public URI type() {
        return URI.create("urn:galley:problem:" + name);
    }

    /** The JSON object that stands for it in an answer about several things. */
    public Map<String, Object> body() {
        return body(null, null);
    }

    /**
     * The JSON object that clients get.
     *
     * @param instance the path of the request, or null
     * @param traceId the id under which operators find the request in logs and traces, or null
     */
    Map<String, Object> body(String instance, String traceId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type().toString());
        body.put("title", title);
        body.put("status", status);
        putIfPresent(body, "detail", getMessage());
        putIfPresent(body, "instance", instance);
        putIfPresent(body, "traceId", traceId);
        body.putAll(members);
        return body;
    }

    private static void putIfPresent(Map<String, Object> body, String member, String value) {
        if (value != null) {
            body.put(member, value);
        }
    }
}
