package galley.publish.apikey;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import galley.kit.etag.ETag;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.publish.access.Roles;

/** Keys over HTTP. */
@Path("/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUBSCRIBER, Roles.ADMIN})
@RunOnVirtualThread
@Tag(name = "API keys", description = "Sent as X-API-Key")
public class ApiKeyResource {
    private final ApiKeys keys;

    ApiKeyResource(ApiKeys keys) {
        this.keys = keys;
    }

    /** Makes a key; the answer alone has it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a key",
            description =
                    "Whoever sends it as `X-API-Key` reads the articles of the `product`, up to"
                            + " `rate` times a minute. No other answer has the key again.")
    @RequestBody(content = @Content(schema = @Schema(implementation = KeySettings.class)))
    public RestResponse<KeyView> add(byte[] body) {
        String key = KeyText.random();
        ApiKey it = keys.add(body, key);
        return RestResponse.ResponseBuilder.<KeyView>created(URI.create("/v1/api-keys/" + it.id))
                .entity(keys.view(it, key))
                .header(HttpHeaders.ETAG, ETag.of(it.revision).toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The caller's keys, the oldest first; an admin's are all. */
    @GET
    @Operation(summary = "Your keys, the oldest first; an admin sees all")
    public Page<KeyView> list(@RestQuery String limit, @RestQuery String cursor) {
        return keys.page(PageRequest.of(limit, cursor));
    }

    /** A key, without the key itself. */
    @GET
    @Path("{id}")
    @Operation(summary = "A key, without the key itself")
    public RestResponse<KeyView> get(@RestPath UUID id) {
        return answer(keys.get(id));
    }

    /** Changes some of its settings. */
    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Changes some of its settings",
            description = "They hold within ten seconds.")
    @RequestBody(content = @Content(schema = @Schema(implementation = KeySettings.class)))
    public RestResponse<KeyView> change(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return answer(keys.change(id, ifMatch, body));
    }

    /** Removes it. */
    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Removes it",
            description = "Within ten seconds nobody reads with it any more.")
    public void remove(@RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        keys.remove(id, ifMatch);
    }

    private RestResponse<KeyView> answer(ApiKey it) {
        return RestResponse.ResponseBuilder.ok(keys.view(it))
                .header(HttpHeaders.ETAG, ETag.of(it.revision).toString())
                .build();
    }
}
