package galley.kit.subject;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

/** Logs what it does, on threads of each kind. */
@Path("/poems")
@PermitAll
class PoemResource {
    private static final Logger LOG = Logger.getLogger(PoemResource.class);

    @GET
    @Path("{id}/read")
    @RunOnVirtualThread
    public String read(@PathParam("id") String id) {
        LOG.info("read");
        return attribute();
    }

    @GET
    @Path("{id}/glance")
    @NonBlocking
    public String glance(@PathParam("id") String id) {
        LOG.info("glance");
        return attribute();
    }

    @GET
    @Path("{id}/burn")
    @RunOnVirtualThread
    public String burn(@PathParam("id") String id) {
        throw new IllegalStateException("ashes");
    }

    @GET
    @RunOnVirtualThread
    public String list() {
        LOG.info("list");
        return attribute();
    }

    @GET
    @Path("recorded")
    @RunOnVirtualThread
    public String recorded() {
        LOG.info("recorded");
        return String.valueOf(Span.current().isRecording());
    }

    private static String attribute() {
        var span = (ReadableSpan) Span.current();
        return String.valueOf(span.getAttribute(AttributeKey.stringKey("galley.poem.id")));
    }
}
