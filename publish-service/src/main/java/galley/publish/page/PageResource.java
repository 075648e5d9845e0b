package galley.publish.page;

import java.net.URI;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

import galley.publish.edition.Edition;
import galley.publish.edition.ReaderQuery;
import galley.publish.edition.State;
import galley.publish.frontpage.FrontPages;
import galley.publish.frontpage.Listing;
import galley.publish.page.ListPage.Heading;
import galley.publish.page.Lists.Frame;
import galley.publish.page.Lists.Place;
import galley.publish.site.Addresses;

/** The front page, the sections and the articles. */
@Path("/")
@Produces(Pages.HTML)
@PermitAll
@RunOnVirtualThread
public class PageResource {
    private final Edition edition;
    private final FrontPages frontPages;
    private final Lists lists;
    private final Pages pages;

    PageResource(Edition edition, FrontPages frontPages, Lists lists, Pages pages) {
        this.edition = edition;
        this.frontPages = frontPages;
        this.lists = lists;
        this.pages = pages;
    }

    @GET
    @Operation(
            summary =
                    "The front page as it was arranged, else the newest articles; each cut where"
                            + " its editors chose")
    public Response front(
            @QueryParam("cursor") String cursor,
            @QueryParam("newer") String newer,
            @Context HttpHeaders request) {
        var place = new Place(cursor, newer);
        var frame = new Frame(null, Navigation.of(frontPages.sections()), "/");
        var arranged = place.isStart() ? frontPages.arranged() : Optional.<Listing>empty();
        var page =
                arranged.map(listing -> lists.arranged(listing, frame))
                        .orElseGet(() -> lists.page(ReaderQuery.ALL, place, frame));
        return pages.list(page, request);
    }

    @GET
    @Path("sections/{key}")
    @Operation(summary = "The page of a section")
    public Response section(
            @PathParam("key") String key,
            @QueryParam("cursor") String cursor,
            @QueryParam("newer") String newer,
            @Context HttpHeaders request) {
        var found = frontPages.section(key);
        if (found.isEmpty()) {
            return pages.missing();
        }
        var section = found.get();
        var place = new Place(cursor, newer);
        var it = section.settings();
        var frame =
                new Frame(
                        new Heading(null, it.title(), it.description(), it.language()),
                        Navigation.at(section, frontPages.sections()),
                        Addresses.sectionPath(key));
        var page =
                place.isStart()
                        ? lists.arranged(frontPages.listing(section), frame)
                        : lists.page(ReaderQuery.section(it.name()), place, frame);
        return pages.list(page, request);
    }

    @GET
    @Path("articles/{slug}")
    @Operation(summary = "The page of an article; 301 from a former address, 410 once withdrawn")
    public Response article(@PathParam("slug") String slug, @Context HttpHeaders request) {
        var found = edition.find(slug);
        if (found.isEmpty()) {
            return pages.missing();
        }
        var entry = found.get();
        if (entry.state() == State.KILLED) {
            return pages.withdrawn(entry);
        }
        if (!entry.slug().equals(slug)) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create(Addresses.articlePath(entry.slug())))
                    .build();
        }
        return pages.article(entry, request);
    }
}
