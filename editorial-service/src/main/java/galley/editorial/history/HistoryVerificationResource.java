package galley.editorial.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import static galley.editorial.staff.Roles.ADMIN;

/** Tells operators whether any history was changed behind the service's back. */
@Path("/v1/history/verification")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "History")
public class HistoryVerificationResource {
    private final AllChains chains;

    HistoryVerificationResource(AllChains chains) {
        this.chains = chains;
    }

    /** Whether the histories of all articles are what they were. */
    @POST
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Whether the histories of all articles are what they were",
            description = "Reads all of them before it answers, and names the first broken ones.")
    public FullVerification verify() {
        return chains.verify();
    }
}
