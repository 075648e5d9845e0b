package galley.publish.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import galley.publish.edition.Entry;
import galley.publish.edition.RelatedLinks;
import galley.publish.frontpage.FrontPages;
import galley.publish.html.DayView;
import galley.publish.http.Answers;
import galley.publish.http.Representation;
import galley.publish.ready.SurrogateKeys;
import galley.publish.site.Addresses;

/** Renders pages, and answers with them under a policy that lets them load nothing foreign. */
@ApplicationScoped
public class Pages {
    /** The media type of every page. */
    public static final String HTML = "text/html;charset=UTF-8";

    private static final String POLICY =
            "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Site site;
    private final Addresses addresses;
    private final FrontPages frontPages;
    private final RelatedLinks relatedLinks;

    Pages(Site site, Addresses addresses, FrontPages frontPages, RelatedLinks relatedLinks) {
        this.site = site;
        this.addresses = addresses;
        this.frontPages = frontPages;
        this.relatedLinks = relatedLinks;
    }

    /** The page of a live article. */
    public Response article(Entry entry, HttpHeaders request) {
        var changed = RelatedLinks.mayChange(entry.article()) ? null : entry.updatedAt();
        return guarded(
                Answers.of(Representation.of(HTML, html(entry)), changed, request)
                        .header(SurrogateKeys.HEADER, relatedLinks.keys(entry.article())));
    }

    /** 410 with the notice that stays of a killed article. */
    public Response withdrawn(Entry entry) {
        return guarded(
                error(410, Templates.withdrawn(site, entry, site.day(entry.updatedAt())))
                        .header(SurrogateKeys.HEADER, SurrogateKeys.of(entry.id())));
    }

    /**
     * Any other error as readers see it.
     *
     * @param title of the problem
     * @param detail of the problem, or null
     */
    Response problem(int status, String title, String detail) {
        return guarded(error(status, Templates.problem(site, title, detail)));
    }

    /** 404 as readers see it. */
    public Response missing() {
        return guarded(error(404, Templates.missing(site)));
    }

    /** A list of articles. */
    Response list(ListPage page, HttpHeaders request) {
        return answer(html(page), request);
    }

    /** What was found for a reader's words. */
    Response search(SearchPage page, HttpHeaders request) {
        return answer(Templates.search(site, page).render(), request);
    }

    /** All months in which something was published, or those of a year. */
    Response archive(ArchivePage page, HttpHeaders request) {
        return answer(Templates.archive(site, page).render(), request);
    }

    /** The page of a live article as it is written. */
    String html(Entry entry) {
        var navigation = Navigation.of(frontPages.sections());
        var related = relatedLinks.of(entry.article());
        return Templates.article(site, ArticlePage.of(entry, related, navigation, site, addresses))
                .render();
    }

    /** A list of articles as it is written. */
    String html(ListPage page) {
        return Templates.list(site, page, addresses.absolute(page.path())).render();
    }

    private static Response answer(String html, HttpHeaders request) {
        return guarded(Answers.of(Representation.of(HTML, html), null, request));
    }

    private static ResponseBuilder error(int status, TemplateInstance page) {
        return Response.status(status).type(HTML).entity(page.render());
    }

    private static Response guarded(ResponseBuilder answer) {
        return answer.header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .build();
    }

    @CheckedTemplate(basePath = "page")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance article(Site site, ArticlePage page);

        static native TemplateInstance withdrawn(Site site, Entry entry, DayView day);

        static native TemplateInstance missing(Site site);

        static native TemplateInstance problem(Site site, String title, String detail);

        static native TemplateInstance list(Site site, ListPage page, String url);

        static native TemplateInstance search(Site site, SearchPage page);

        static native TemplateInstance archive(Site site, ArchivePage page);
    }
}
