package galley.publish.proof;

import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys that published versions are signed with. */
@Path("/")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Proof", description = "Who published what, and whether it still stands")
class SigningKeysResource {
    /** RFC 7517, section 8.5.2. */
    private static final String KEY_SET = "application/jwk-set+json";

    /** Short: whoever meets the name of a key that is not in a copy asks again anyway. */
    private static final String FIVE_MINUTES = "public, max-age=300";

    private final SigningKeys keys;

    SigningKeysResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Path(".well-known/jwks.json")
    @Produces({KEY_SET, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "The public keys that signatures are checked with",
            description = "A JWK Set (RFC 7517). Keys that sign no more stay in it for ever.")
    @APIResponse(responseCode = "200", description = "The keys, the one that signs first")
    public Response keys() {
        var set = "{\"keys\":[" + String.join(",", keys.published()) + "]}";
        return Response.ok(set).header(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES).build();
    }

    @POST
    @Path("v1/signing-keys/rotate")
    @RolesAllowed("admin")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Let a new key sign from now on",
            description =
                    "The secret of the key before is deleted. What it signed keeps its signature,"
                            + " and its public key stays published.")
    @APIResponse(responseCode = "200", description = "The new public key, as JWK")
    public Map<String, Object> rotate() {
        return keys.rotate().publicMembers();
    }
}
