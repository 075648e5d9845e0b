package galley.editorial.person;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import galley.editorial.staff.Callers;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;

import static galley.editorial.staff.Roles.ADMIN;

/** The people of the staff, for those who answer for what is kept about them. */
@Path("/v1/staff")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "People")
public class PeopleResource {
    private final People people;
    private final PersonalData data;
    private final Callers callers;

    PeopleResource(People people, PersonalData data, Callers callers) {
        this.people = people;
        this.data = data;
        this.callers = callers;
    }

    /** The people of the staff, in the order in which they came. */
    @GET
    @RolesAllowed(ADMIN)
    @Operation(summary = "The people of the staff, in the order in which they came")
    public Page<PersonView> list(@RestQuery String limit, @RestQuery String cursor) {
        return people.page(PageRequest.of(limit, cursor));
    }

    /** All that is kept about a person. */
    @GET
    @Path("{id}/export")
    @Produces("application/x-ndjson")
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "All that is kept about a person, one record a line",
            description = "Each line is `{\"kind\": …, …}`; the first is of the kind `person`.")
    public StreamingOutput export(@RestPath UUID id) {
        return data.of(id);
    }

    /** Erases a person. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Erases a person",
            description =
                    "Their name, login, network addresses, autosaves, notifications and locks go;"
                            + " what they did and said stays, under their pseudonym.")
    public void erase(@RestPath UUID id) {
        people.erase(id, callers.present().actor());
    }
}
