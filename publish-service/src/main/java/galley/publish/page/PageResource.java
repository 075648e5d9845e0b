package galley.publish.page;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

import galley.publish.edition.Edition;
import galley.publish.edition.State;
import galley.publish.page.Lists.Place;
import galley.publish.ready.SurrogateKeys;
import galley.publish.site.Addresses;

/** The front page, the sections and the articles. */
@Path("/")
@Produces(Pages.HTML)
@PermitAll
@RunOnVirtualThread
public class PageResource {
    private final Edition edition;
    private final ListPages lists;
    private final Pages pages;

    PageResource(Edition edition, ListPages lists, Pages pages) {
        this.edition = edition;
        this.lists = lists;
        this.pages = pages;
    }

    @GET
    @Operation(
            summary =
                    "The front page as it was arranged, else the newest articles; each cut where"
                            + " its editors chose")
    public Response front(@BeanParam Place place, @Context HttpHeaders request) {
        return pages.list(lists.front(place), request);
    }

    @GET
    @Path("sections/{key}")
    @Operation(summary = "The page of a section")
    public Response section(
            @PathParam("key") String key, @BeanParam Place place, @Context HttpHeaders request) {
        return lists.section(key, place)
                .map(page -> pages.list(page, request))
                .orElseGet(pages::missing);
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
                    .header(SurrogateKeys.HEADER, SurrogateKeys.of(entry.id()))
                    .build();
        }
        return pages.article(entry, request);
    }
}
