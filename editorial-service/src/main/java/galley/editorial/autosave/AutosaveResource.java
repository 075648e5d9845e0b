package galley.editorial.autosave;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

import galley.editorial.etag.ArticleETag;
import galley.editorial.staff.Callers;
import galley.kit.etag.ETag;
import galley.kit.json.StrictJson;
import galley.kit.problem.Problems;

import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** What the caller is writing and has not saved yet. Nobody else sees it. */
@Path("/v1/articles/{id}/autosave")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Articles")
public class AutosaveResource {
    private final Autosaves autosaves;
    private final Callers callers;

    AutosaveResource(Autosaves autosaves, Callers callers) {
        this.autosaves = autosaves;
        this.callers = callers;
    }

    /** What was kept for the caller; 404 when nothing was. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "What the caller was writing and has not saved")
    public Autosave get(@RestPath UUID id) {
        return autosaves
                .find(id, callers.present().actor())
                .orElseThrow(() -> Problems.notFound("Nothing was kept here for you."));
    }

    /**
     * Keeps an article as it is being written, any JSON object whose lists have no nulls. {@code
     * If-Match} names the revision that it began with; a save of others meanwhile does not keep it
     * from being kept. A save of the caller's own ends it; one of some members only, once the
     * others are in the article too.
     */
    @PUT
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Keeps what the caller is writing; makes no revision")
    public void keep(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        long base = ETag.revision(ArticleETag.ofRevisions(ifMatch));
        var content = StrictJson.read(body);
        if (!content.isObject()) {
            throw Problems.unprocessable("", "An article is a JSON object.");
        }
        autosaves.keep(id, callers.present().actor(), base, content);
    }

    /** Forgets what was kept. */
    @DELETE
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Forgets what the caller was writing")
    public void forget(@RestPath UUID id) {
        autosaves.forget(id, callers.present().actor());
    }
}
