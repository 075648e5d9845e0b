package galley.editorial.search;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

import galley.editorial.staff.Callers;
import galley.editorial.staff.Logins;
import galley.kit.etag.ETag;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** The caller's saved searches; nobody sees those of others. */
@Path("/v1/searches")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Searches")
public class SavedSearchesResource {
    private final SavedSearches searches;
    private final Logins logins;
    private final Callers callers;

    SavedSearchesResource(SavedSearches searches, Logins logins, Callers callers) {
        this.searches = searches;
        this.logins = logins;
        this.callers = callers;
    }

    /** The caller's searches, the latest first. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(summary = "The caller's saved searches, the latest first")
    public Page<SavedSearchView> list(@RestQuery String limit, @RestQuery String cursor) {
        Page<SavedSearch> page = searches.page(me(), PageRequest.of(limit, cursor));
        return new Page<>(views(page.items()), page.next());
    }

    private List<SavedSearchView> views(List<SavedSearch> all) {
        Map<String, String> assignees =
                logins.of(
                        all.stream()
                                .map(search -> search.query.assignee)
                                .filter(Objects::nonNull)
                                .toList());
        return all.stream().map(search -> SavedSearchView.of(search, assignees)).toList();
    }

    /** Saves a search. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(
            summary = "Saves a search",
            description =
                    "`query` has the parameters of the list of articles. With `notify` the caller"
                            + " is told of each article that begins to match.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SavedSearches.Sent.class)))
    public RestResponse<SavedSearchView> add(byte[] body) {
        SavedSearch search = searches.add(body, me());
        return with(
                RestResponse.ResponseBuilder.created(URI.create("/v1/searches/" + search.id)),
                search);
    }

    /** One of the caller's searches. */
    @GET
    @Path("{id}")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(summary = "One of the caller's saved searches")
    public RestResponse<SavedSearchView> get(@RestPath UUID id) {
        return with(RestResponse.ResponseBuilder.ok(), searches.get(id, me()));
    }

    /** Replaces one of the caller's searches. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(summary = "Replaces one of the caller's saved searches")
    @RequestBody(content = @Content(schema = @Schema(implementation = SavedSearches.Sent.class)))
    public RestResponse<SavedSearchView> replace(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return with(RestResponse.ResponseBuilder.ok(), searches.replace(id, ifMatch, body, me()));
    }

    /** Forgets one of the caller's searches. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(summary = "Forgets one of the caller's saved searches")
    public void remove(@RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        searches.remove(id, ifMatch, me());
    }

    private RestResponse<SavedSearchView> with(
            RestResponse.ResponseBuilder<SavedSearchView> answer, SavedSearch search) {
        return answer.entity(views(List.of(search)).getFirst())
                .header(HttpHeaders.ETAG, ETag.of(search.revision).toString())
                .build();
    }

    private String me() {
        return callers.present().actor().id();
    }
}
