package galley.kit.problem;

import java.sql.SQLException;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** A small API in which everything can go wrong. */
@Path("/echo")
@RunOnVirtualThread
class EchoResource {
    record Line(int number, @NotBlank String text) {}

    record Poem(@NotBlank String title, List<@Valid Line> lines) {}

    @POST
    @PermitAll
    @Consumes("application/json")
    public Poem echo(@Valid Poem poem) {
        return poem;
    }

    @GET
    @Path("editors")
    @RolesAllowed("editor")
    public String editorsOnly() {
        return "for editors";
    }

    @GET
    @Path("fault")
    @PermitAll
    public String fault() {
        throw new IllegalStateException("the secret of the cellar");
    }

    /** Fails as a query does whose SQLSTATE is the one asked for; {@code none} stands for null. */
    @GET
    @Path("databases/{state}")
    @PermitAll
    public String query(@PathParam("state") String state) {
        var failure =
                state.equals("none")
                        ? new SQLException("Sorry, acquisition timeout!")
                        : new SQLException("the secret of the cellar", state);
        throw new IllegalStateException("no result", new IllegalStateException(failure));
    }

    @GET
    @Path("problems/{name}")
    @PermitAll
    public String raise(@PathParam("name") String name) {
        throw switch (name) {
            case "illegal-step" ->
                    Problems.illegalStep("It is released.", List.of("correct", "kill"));
            case "four-eyes" -> Problems.fourEyes("Another editor has to approve it.");
            default -> Problems.notFound("No such problem.");
        };
    }
}
