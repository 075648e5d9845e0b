package galley.publish.proof;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.kit.problem.Problems;

/** Tells whether an article still stands. */
@Path("/v1/articles/{id}/status")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Proof")
class StatusResource {
    private final Standings standings;

    StatusResource(Standings standings) {
        this.standings = standings;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Whether an article still stands, under signature",
            description =
                    "With `version`, `sha256` or both of a copy, also what that copy is worth:"
                            + " `current`, `outdated`, `withheld`, `withdrawn` or `unknown`.")
    @APIResponse(responseCode = "200", description = "The status, whatever it is")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "404", description = "Nothing was ever published under this id")
    public ArticleStatus status(
            @PathParam("id") UUID id,
            @Parameter(description = "The version of the copy") @QueryParam("version")
                    String version,
            @Parameter(
                            description =
                                    "SHA-256 of the copy, JSON or ninjs, in canonical form"
                                            + " (RFC 8785), hexadecimal")
                    @QueryParam("sha256")
                    String sha256) {
        return standings
                .of(id, Copy.read(version, sha256))
                .orElseThrow(() -> Problems.notFound("There is no article " + id + "."));
    }
}
