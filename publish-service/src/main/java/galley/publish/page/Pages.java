package galley.publish.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import galley.publish.edition.Entry;
import galley.publish.html.DayView;
import galley.publish.http.Answers;
import galley.publish.http.Representation;
import galley.publish.site.Addresses;
import galley.publish.site.SiteConfig;

/** Renders pages, and answers with them under a policy that lets them load nothing foreign. */
@ApplicationScoped
public class Pages {
    /** The media type of every page. */
    public static final String HTML = "text/html;charset=UTF-8";

    private static final String POLICY =
            "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private final SiteConfig site;
    private final Addresses addresses;

    Pages(SiteConfig site, Addresses addresses) {
        this.site = site;
        this.addresses = addresses;
    }

    /** The page of a live article. */
    public Response article(Entry entry, HttpHeaders request) {
        return guarded(
                Answers.of(Representation.of(HTML, html(entry)), entry.updatedAt(), request));
    }

    /** 410 with the notice that stays of a killed article. */
    public Response withdrawn(Entry entry) {
        return error(410, Templates.withdrawn(site, entry, DayView.of(entry.updatedAt())));
    }

    /**
     * Any other error as readers see it.
     *
     * @param title of the problem
     * @param detail of the problem, or null
     */
    Response problem(int status, String title, String detail) {
        return error(status, Templates.problem(site, title, detail));
    }

    /** 404 as readers see it. */
    public Response missing() {
        return error(404, Templates.missing(site));
    }

    /** A list of articles. */
    Response list(ListPage page, HttpHeaders request) {
        return guarded(Answers.of(Representation.of(HTML, html(page)), null, request));
    }

    /** The page of a live article as it is written. */
    String html(Entry entry) {
        return Templates.article(site, ArticlePage.of(entry, addresses)).render();
    }

    /** A list of articles as it is written. */
    String html(ListPage page) {
        return Templates.list(site, page).render();
    }

    private static Response error(int status, TemplateInstance page) {
        return guarded(Response.status(status).type(HTML).entity(page.render()));
    }

    private static Response guarded(ResponseBuilder answer) {
        return answer.header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .build();
    }

    @CheckedTemplate(basePath = "page")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance article(SiteConfig site, ArticlePage page);

        static native TemplateInstance withdrawn(SiteConfig site, Entry entry, DayView day);

        static native TemplateInstance missing(SiteConfig site);

        static native TemplateInstance problem(SiteConfig site, String title, String detail);

        static native TemplateInstance list(SiteConfig site, ListPage page);
    }
}
