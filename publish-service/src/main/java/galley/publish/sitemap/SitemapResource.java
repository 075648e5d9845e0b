package galley.publish.sitemap;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.kit.problem.Problems;
import galley.publish.http.Answers;

/** What search engines ask for. */
@Path("/")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Sitemaps", description = "What is live, for search engines")
@APIResponse(responseCode = "200", description = "The document")
@APIResponse(responseCode = "304", description = "It is as you have it")
public class SitemapResource {
    private final Sitemaps sitemaps;
    private final Clock clock;

    SitemapResource(Sitemaps sitemaps, Clock clock) {
        this.sitemaps = sitemaps;
        this.clock = clock;
    }

    @GET
    @Path("robots.txt")
    @Operation(summary = "Where the sitemaps are (RFC 9309)")
    public Response robots(@Context HttpHeaders request) {
        return Answers.of(sitemaps.robots(), null, request).build();
    }

    @GET
    @Path("sitemap.xml")
    @Operation(summary = "The index of the sitemaps")
    public Response index(@Context HttpHeaders request) {
        return Answers.of(sitemaps.index(), null, request).build();
    }

    @GET
    @Path("sitemap-news.xml")
    @Operation(summary = "What was first published within the last two days, at most 1,000")
    public Response news(@Context HttpHeaders request) {
        // what grows too old leaves it at a time at which nothing changes
        return Answers.of(sitemaps.news(), null, request).build();
    }

    @GET
    @Path("sitemaps/pages.xml")
    @Operation(summary = "The front page and the sections' pages")
    public Response pages(@Context HttpHeaders request) {
        return Answers.of(sitemaps.pages(), null, request).build();
    }

    @GET
    @Path("sitemaps/articles-{name}.xml")
    @Operation(
            summary = "The articles that were first published in one month",
            description =
                    "`name` is the month in UTC, such as `2026-05`; where it has more than 50,000"
                            + " articles, the next ones are in `2026-05-2`, and so on.")
    @APIResponse(responseCode = "404", description = "There is no such article")
    public Response articles(@PathParam("name") String name, @Context HttpHeaders request) {
        var sitemap =
                sitemaps.articles(name)
                        .orElseThrow(() -> Problems.notFound("There is no such sitemap."));
        return Answers.ofList(
                        sitemap.representation(), sitemap.changedAt(), clock.instant(), request)
                .build();
    }
}
