package galley.editorial.person;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.editorial.staff.Callers;
import galley.operations.staff.Staff;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** What is kept about the caller. */
@Path("/v1/me/export")
@RunOnVirtualThread
@Tag(name = "People")
public class MeResource {
    private final PersonalData data;
    private final Callers callers;

    MeResource(PersonalData data, Callers callers) {
        this.data = data;
        this.callers = callers;
    }

    /** All that is kept about the caller. */
    @GET
    @Produces("application/x-ndjson")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(
            summary = "All that is kept about the caller, one record a line",
            description = "As for any person: `GET /v1/staff/{id}/export`.")
    public StreamingOutput export() {
        return data.of(Staff.pseudonymOf(callers.present().actor().id()));
    }
}
