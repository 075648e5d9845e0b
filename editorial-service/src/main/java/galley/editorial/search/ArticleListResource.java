package galley.editorial.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import galley.editorial.staff.Callers;
import galley.events.Article;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** Lists articles and counts them. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Articles")
public class ArticleListResource {
    private final FilterReader filters;
    private final ArticleSearch search;
    private final Facets facets;
    private final Callers callers;

    ArticleListResource(
            FilterReader filters, ArticleSearch search, Facets facets, Callers callers) {
        this.filters = filters;
        this.search = search;
        this.facets = facets;
        this.callers = callers;
    }

    /** A page of the articles that somebody looks for. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(
            summary = "Articles, found by words and by every field",
            description =
                    "`sort` is newest, oldest, updated, published, due or relevance: with the words"
                            + " in the headline first. Unless set it is relevance where words are"
                            + " looked for, else newest.")
    public Page<Article> list(
            @BeanParam SearchParameters asked,
            @RestQuery String sort,
            @RestQuery String limit,
            @RestQuery String cursor) {
        Sort order = sort(sort, asked);
        Place after = Place.decode(cursor, order);
        int most = PageRequest.of(limit, null).limit();
        return search.page(filters.read(asked, me()), order, after, most);
    }

    /** How many articles there are of which kind. */
    @GET
    @Path("facets")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(
            summary = "Counts articles by the values of their fields",
            description =
                    "Takes what the list takes. Counts are exact up to 10,000 articles; past them"
                            + " `more` is true, and there are at least as many.")
    public Counts count(@BeanParam SearchParameters asked) {
        return facets.count(filters.read(asked, me()));
    }

    private static Sort sort(String name, SearchParameters asked) {
        if (name == null || name.isEmpty()) {
            return asked.q == null || asked.q.isBlank() ? Sort.NEWEST : Sort.RELEVANCE;
        }
        return NamedValue.read("sort", name, Sort.class);
    }

    private String me() {
        return callers.present().actor().id();
    }
}
