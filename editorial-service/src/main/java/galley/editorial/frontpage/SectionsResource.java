package galley.editorial.frontpage;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import galley.editorial.staff.Callers;
import galley.kit.paging.Page;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** The sections of the publication. */
@Path("/v1/sections")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Front page")
public class SectionsResource {
    private final Pages pages;
    private final Sections sections;
    private final Callers callers;

    SectionsResource(Pages pages, Sections sections, Callers callers) {
        this.pages = pages;
        this.sections = sections;
        this.callers = callers;
    }

    /** All sections on one page, in their order. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "All sections, in their order")
    public Page<SectionView> list() {
        return new Page<>(pages.sections().stream().map(SectionView::of).toList(), null);
    }

    /** One section. */
    @GET
    @Path("{key}")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "A section's settings")
    public RestResponse<SectionView> get(@RestPath String key) {
        return answer(RestResponse.ResponseBuilder.ok(), pages.get(Pages.ofSection(key)));
    }

    /** Sets a section as a whole; without {@code If-Match} it begins one. */
    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PUBLISHER, ADMIN})
    @Operation(
            summary = "Sets a section, or begins one",
            description =
                    "`name` is what articles carry as their `section`; without a `title` readers"
                            + " see it. A section that is not `visible` is none for readers. A new"
                            + " one takes no `If-Match`.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SectionView.class)))
    public RestResponse<SectionView> put(
            @RestPath String key, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        Sections.Written written = sections.put(key, ifMatch, body, callers.present());
        return answer(
                written.begun()
                        ? RestResponse.ResponseBuilder.created(URI.create("/v1/sections/" + key))
                        : RestResponse.ResponseBuilder.ok(),
                written.page());
    }

    /** Deletes a section and the arrangement of its page; its articles stay as they are. */
    @DELETE
    @Path("{key}")
    @RolesAllowed({PUBLISHER, ADMIN})
    @Operation(summary = "Deletes a section; articles keep the name that they carry")
    public void delete(@RestPath String key, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        sections.delete(key, ifMatch, callers.present());
    }

    private static RestResponse<SectionView> answer(
            RestResponse.ResponseBuilder<SectionView> answer, StoredPage page) {
        return answer.entity(SectionView.of(page))
                .header(HttpHeaders.ETAG, page.etag().toString())
                .build();
    }
}
