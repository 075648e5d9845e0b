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

import galley.kit.paging.PageRequest;
import galley.publish.edition.ArticleQuery;
import galley.publish.edition.Edition;
import galley.publish.edition.State;
import galley.publish.frontpage.FrontPages;
import galley.publish.frontpage.Listing;
import galley.publish.site.Addresses;

/** The readers' site. */
@Path("/")
@Produces(Pages.HTML)
@PermitAll
@RunOnVirtualThread
public class PageResource {
    private static final String PAGE_SIZE = "20";

    private final Edition edition;
    private final FrontPages frontPages;
    private final Pages pages;

    PageResource(Edition edition, FrontPages frontPages, Pages pages) {
        this.edition = edition;
        this.frontPages = frontPages;
        this.pages = pages;
    }

    @GET
    @Operation(
            summary =
                    "The front page as it was arranged, else the newest articles; each cut where"
                            + " its editors chose")
    public Response front(@QueryParam("cursor") String cursor, @Context HttpHeaders request) {
        var arranged = isFirst(cursor) ? frontPages.arranged() : Optional.<Listing>empty();
        var listing = arranged.orElseGet(() -> newest(ArticleQuery.ALL, cursor));
        return pages.list(ListPage.front(listing, frontPages.sections()), request);
    }

    @GET
    @Path("sections/{key}")
    @Operation(summary = "The page of a section")
    public Response section(
            @PathParam("key") String key,
            @QueryParam("cursor") String cursor,
            @Context HttpHeaders request) {
        var found = frontPages.section(key);
        if (found.isEmpty()) {
            return pages.missing();
        }
        var section = found.get();
        var listing =
                isFirst(cursor)
                        ? frontPages.listing(section)
                        : newest(FrontPages.query(section), cursor);
        return pages.list(ListPage.of(section, listing, frontPages.sections()), request);
    }

    private static boolean isFirst(String cursor) {
        return cursor == null || cursor.isEmpty();
    }

    private Listing newest(ArticleQuery all, String cursor) {
        var asked = PageRequest.of(PAGE_SIZE, cursor);
        var query = all.after(asked.after());
        var rows = edition.list(query, asked.rowsToRead());
        boolean more = rows.size() > asked.limit();
        var shown = more ? rows.subList(0, asked.limit()) : rows;
        return new Listing(shown, more ? query.placeOf(shown.getLast()) : null);
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
