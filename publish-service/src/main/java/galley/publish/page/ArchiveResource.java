package galley.publish.page;

import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;

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

import galley.publish.edition.ArticleQuery;
import galley.publish.edition.PublicationDates;
import galley.publish.frontpage.FrontPages;
import galley.publish.page.ListPage.Heading;
import galley.publish.page.Lists.Frame;
import galley.publish.page.Lists.Place;
import galley.publish.site.Addresses;

/** What was published when, by months in UTC. */
@Path("/archive")
@Produces(Pages.HTML)
@PermitAll
@RunOnVirtualThread
public class ArchiveResource {
    private final PublicationDates dates;
    private final Lists lists;
    private final FrontPages frontPages;
    private final Site site;
    private final Pages pages;

    ArchiveResource(
            PublicationDates dates, Lists lists, FrontPages frontPages, Site site, Pages pages) {
        this.dates = dates;
        this.lists = lists;
        this.frontPages = frontPages;
        this.site = site;
        this.pages = pages;
    }

    @GET
    @Operation(summary = "All months in which something was published")
    public Response all(@Context HttpHeaders request) {
        var page = ArchivePage.of(null, dates.months(), navigation(), site);
        return pages.archive(page, request);
    }

    @GET
    @Path("{year}")
    @Operation(summary = "The months of a year in which something was published")
    public Response year(@PathParam("year") String year, @Context HttpHeaders request) {
        if (!year.matches("[0-9]{4}")) {
            return pages.missing();
        }
        var wanted = Year.parse(year);
        var found =
                dates.months().stream()
                        .filter(it -> it.month().getYear() == wanted.getValue())
                        .toList();
        return found.isEmpty()
                ? pages.missing()
                : pages.archive(ArchivePage.of(wanted, found, navigation(), site), request);
    }

    @GET
    @Path("{year}/{month}")
    @Operation(summary = "The articles of a month, newest first")
    public Response month(
            @PathParam("year") String year,
            @PathParam("month") String month,
            @BeanParam Place place,
            @Context HttpHeaders request) {
        if (!year.matches("[0-9]{4}") || !month.matches("0[1-9]|1[0-2]")) {
            return pages.missing();
        }
        var wanted = YearMonth.parse(year + "-" + month);
        var query = ArticleQuery.ALL.from(start(wanted)).to(start(wanted.plusMonths(1)));
        var heading = new Heading(site.say("archive"), site.month(wanted), null, null);
        var frame = new Frame(heading, navigation(), Addresses.archivePath(wanted));
        var page = lists.page(query, place, frame);
        return page.articles().isEmpty() ? pages.missing() : pages.list(page, request);
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Navigation navigation() {
        return Navigation.of(frontPages.sections());
    }
}
