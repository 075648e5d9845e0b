package galley.publish.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** The public addresses of everything that this service offers. */
@ApplicationScoped
public class Addresses {
    /** Where subscribers to feeds are told of changes (WebSub). */
    public static final String HUB_PATH = "/hub";

    /** Where all feeds of the whole publication are. */
    public static final String FEEDS_PATH = "/feeds";

    private final String base;

    Addresses(SiteConfig site) {
        this.base = site.baseUrl().toString().replaceFirst("/+$", "");
    }

    /** The absolute form of a path that begins with a slash. */
    public String absolute(String path) {
        return base + path;
    }

    /** The absolute address of the hub. */
    public String hub() {
        return absolute(HUB_PATH);
    }

    /** The absolute address of an article's page. */
    public String article(String slug) {
        return absolute(articlePath(slug));
    }

    /** The path of an article's page. */
    public static String articlePath(String slug) {
        return "/articles/" + segment(slug);
    }

    /** The path of a picture in the store. */
    public static String picturePath(String hash) {
        return "/media/" + segment(hash);
    }

    /** The path of a picture in the store, in one of the widths that there are. */
    public static String picturePath(String hash, int width) {
        return picturePath(hash) + "/w/" + width;
    }

    /** The path of the page with all that has a tag. */
    public static String tagPath(String tag) {
        return "/tags/" + segment(tag);
    }

    /** The path of the page with all that somebody wrote. */
    public static String authorPath(String name) {
        return "/authors/" + segment(name);
    }

    /** The path of the page with all that came from a source or a publisher. */
    public static String sourcePath(String name) {
        return "/sources/" + segment(name);
    }

    /** The path of the page with all that was published in a month. */
    public static String archivePath(YearMonth month) {
        return "/archive/%04d/%02d".formatted(month.getYear(), month.getMonthValue());
    }

    /** The path of the page that finds articles by their words. */
    public static String searchPath(String words) {
        return "/search?q=" + segment(words);
    }

    /** The path of a section's page. */
    public static String sectionPath(String key) {
        return "/sections/" + segment(key);
    }

    /** Below which the feeds of a section are. */
    public static String sectionFeedsPath(String key) {
        return FEEDS_PATH + "/sections/" + segment(key);
    }

    /** Below which the feeds of a tag are. */
    public static String tagFeedsPath(String tag) {
        return FEEDS_PATH + "/tags/" + segment(tag);
    }

    /** Below which the feeds of an author are, by a byline. */
    public static String authorFeedsPath(String byline) {
        return FEEDS_PATH + "/authors/" + segment(byline);
    }

    /** Below which the feeds of a language are, by a BCP 47 tag. */
    public static String languageFeedsPath(String tag) {
        return FEEDS_PATH + "/languages/" + segment(tag);
    }

    /** The path of an article in the content API; takes an id or a slug. */
    public static String contentPath(String idOrSlug) {
        return "/v1/articles/" + segment(idOrSlug);
    }

    /** The path of a section with its articles in the content API. */
    public static String contentSectionPath(String key) {
        return "/v1/sections/" + segment(key);
    }

    /** The name of an article that no change of its address touches. */
    public static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    private static String segment(String text) {
        // a form encoder; in a path a space is %20 and never a plus sign
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
