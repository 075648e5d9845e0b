package galley.publish.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
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

import galley.publish.edition.ArticleQuery;
import galley.publish.frontpage.FrontPages;
import galley.publish.page.ListPage.Heading;
import galley.publish.page.Lists.Frame;
import galley.publish.page.Lists.Place;
import galley.publish.site.Addresses;
import galley.publish.text.LegalText;

/** The pages that list what has something in common. One that would list nothing is missing. */
@Path("/")
@Produces(Pages.HTML)
@PermitAll
@RunOnVirtualThread
public class ListsResource {
    private static final int LONGEST_SEARCH = 300;

    private final Lists lists;
    private final FrontPages frontPages;
    private final Site site;
    private final Pages pages;

    ListsResource(Lists lists, FrontPages frontPages, Site site, Pages pages) {
        this.lists = lists;
        this.frontPages = frontPages;
        this.site = site;
        this.pages = pages;
    }

    @GET
    @Path("tags/{tag}")
    @Operation(summary = "The articles with a tag, newest first")
    public Response tag(
            @PathParam("tag") String tag, @BeanParam Place place, @Context HttpHeaders request) {
        var name = LegalText.of(tag);
        return named(
                "tag", name, ArticleQuery.ALL.tag(name), Addresses.tagPath(name), place, request);
    }

    @GET
    @Path("authors/{name}")
    @Operation(summary = "The articles by an author, or with a text by one, newest first")
    public Response author(
            @PathParam("name") String author,
            @BeanParam Place place,
            @Context HttpHeaders request) {
        var name = LegalText.of(author);
        var query = ArticleQuery.ALL.contributor(name);
        return named("author", name, query, Addresses.authorPath(name), place, request);
    }

    @GET
    @Path("sources/{name}")
    @Operation(summary = "The articles from a source or with a publisher's texts, newest first")
    public Response source(
            @PathParam("name") String source,
            @BeanParam Place place,
            @Context HttpHeaders request) {
        var name = LegalText.of(source);
        var query = ArticleQuery.ALL.source(name);
        return named("source", name, query, Addresses.sourcePath(name), place, request);
    }

    @GET
    @Path("search")
    @Operation(summary = "The articles with words in them, newest first")
    public Response search(
            @QueryParam("q") String q, @BeanParam Place place, @Context HttpHeaders request) {
        var words = words(q);
        var navigation = navigation();
        if (words.isEmpty()) {
            return pages.search(new SearchPage(words, navigation, null), request);
        }
        var heading = new Heading(null, site.say("search-results", words), null, null);
        var frame = new Frame(heading, navigation, Addresses.searchPath(words));
        var found = lists.page(ArticleQuery.ALL.words(words), place, frame);
        return pages.search(new SearchPage(words, navigation, found), request);
    }

    private Response named(
            String kicker,
            String name,
            ArticleQuery query,
            String path,
            Place place,
            HttpHeaders request) {
        var frame = new Frame(new Heading(site.say(kicker), name, null, null), navigation(), path);
        var page = lists.page(query, place, frame);
        return page.articles().isEmpty() ? pages.missing() : pages.list(page, request);
    }

    private Navigation navigation() {
        return Navigation.of(frontPages.sections());
    }

    private static String words(String q) {
        var words = q == null ? "" : LegalText.of(q).strip();
        return words.length() > LONGEST_SEARCH ? words.substring(0, LONGEST_SEARCH) : words;
    }
}
