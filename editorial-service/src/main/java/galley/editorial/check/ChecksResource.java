package galley.editorial.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestResponse;

import galley.editorial.article.Articles;
import galley.editorial.staff.Callers;
import galley.kit.etag.ETag;
import galley.kit.paging.Page;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/**
 * What checks find in an article, which checks there are, and how severe each is: of a desk, and
 * where no desk says otherwise. Settings are replaced whole, under {@code If-Match}; a check that
 * is not named counts as it does everywhere.
 */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Checks")
public class ChecksResource {
    private final Checks checks;
    private final CheckSettings settings;
    private final Articles articles;
    private final Callers callers;

    ChecksResource(Checks checks, CheckSettings settings, Articles articles, Callers callers) {
        this.checks = checks;
        this.settings = settings;
        this.articles = articles;
        this.callers = callers;
    }

    /** What checks find in an article as it is now; a check that is off is left out. */
    @GET
    @Path("articles/{id}/checks")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "What checks find in an article as it is now")
    public Findings look(@RestPath UUID id) {
        return Findings.of(checks.of(articles.get(id)));
    }

    /** All checks, by their names, with their severity where no desk says otherwise. */
    @GET
    @Path("checks")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "All checks, with their severity where no desk says otherwise")
    public RestResponse<Page<CheckView>> list() {
        return list(settings.of(CheckSettings.EVERYWHERE));
    }

    /** Sets how severe checks are where no desk says otherwise. */
    @PUT
    @Path("checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "Sets how severe checks are where no desk says otherwise")
    @RequestBody(content = @Content(schema = @Schema(implementation = Map.class)))
    public RestResponse<Page<CheckView>> putEverywhere(
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return list(set(CheckSettings.EVERYWHERE, ifMatch, body));
    }

    /** What a desk has set, by the check's name. */
    @GET
    @Path("desks/{desk}/checks")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "How severe a desk takes checks; one that it has not set is missing")
    public RestResponse<Map<String, Severity>> get(@RestPath String desk) {
        return answer(settings.of(DeskName.of(desk)));
    }

    /** Sets how severe a desk takes checks. */
    @PUT
    @Path("desks/{desk}/checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "Sets how severe a desk takes checks")
    @RequestBody(content = @Content(schema = @Schema(implementation = Map.class)))
    public RestResponse<Map<String, Severity>> put(
            @RestPath String desk, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return answer(set(DeskName.of(desk), ifMatch, body));
    }

    private Settings set(String desk, String ifMatch, byte[] body) {
        return settings.put(
                desk,
                ifMatch,
                () -> SeveritiesReader.read(body, checks.names()),
                callers.present());
    }

    private RestResponse<Page<CheckView>> list(Settings everywhere) {
        List<CheckView> views =
                checks.all().stream().map(check -> CheckView.of(check, everywhere)).toList();
        return tagged(RestResponse.ResponseBuilder.ok(new Page<>(views, null)), everywhere);
    }

    private static RestResponse<Map<String, Severity>> answer(Settings settings) {
        return tagged(
                RestResponse.ResponseBuilder.ok(new TreeMap<>(settings.severities())), settings);
    }

    private static <T> RestResponse<T> tagged(
            RestResponse.ResponseBuilder<T> answer, Settings settings) {
        return answer.header(HttpHeaders.ETAG, ETag.of(settings.revision()).toString()).build();
    }
}
