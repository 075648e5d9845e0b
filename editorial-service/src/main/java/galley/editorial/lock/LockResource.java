package galley.editorial.lock;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import galley.editorial.history.Notes;
import galley.editorial.history.Reason;
import galley.editorial.staff.Callers;
import galley.editorial.staff.Roles;
import galley.kit.json.StrictJson;
import galley.kit.problem.Problems;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** The lock of an article: while somebody has it, others can't write. */
@Path("/v1/articles/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Locks")
public class LockResource {
    private final Locks locks;
    private final Callers callers;
    private final SecurityIdentity identity;

    LockResource(Locks locks, Callers callers, SecurityIdentity identity) {
        this.locks = locks;
        this.callers = callers;
        this.identity = identity;
    }

    /** Who is writing; 204 when nobody is. */
    @GET
    @Path("lock")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(summary = "Who is writing on an article; 204 when nobody is")
    public Lock get(@RestPath UUID id) {
        return locks.of(id).orElse(null);
    }

    /** Takes the lock, or renews it: it ends five minutes later. */
    @POST
    @Path("lock")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Takes or renews the lock of an article, for five minutes")
    public Lock lock(@RestPath UUID id) {
        return locks.take(id, callers.present());
    }

    /**
     * Gives the lock back. An editor can end somebody else's with {@code {"break": true}}; the
     * history shows it with the {@code internalNote}.
     */
    @POST
    @Path("unlock")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Gives the lock of an article back, or breaks somebody else's")
    public void unlock(@RestPath UUID id, byte[] body) {
        var sent =
                body == null || body.length == 0
                        ? new Unlocking(null, null)
                        : StrictJson.bind(StrictJson.read(body), Unlocking.class);
        if (!Boolean.TRUE.equals(sent.breakOpen())) {
            locks.release(id, callers.present());
            return;
        }
        if (Roles.EDITORS.stream().noneMatch(identity::hasRole)) {
            throw Problems.forbidden(
                    "forbidden", "Not allowed", "Only editors and publishers break a lock.");
        }
        String note = Notes.read("internalNote", sent.internalNote());
        locks.breakOpen(id, new Reason(null, note), callers.present());
    }

    /**
     * How a lock is given back.
     *
     * @param breakOpen whether it may be somebody else's
     */
    private record Unlocking(@JsonProperty("break") Boolean breakOpen, String internalNote) {}
}
