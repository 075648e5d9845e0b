package galley.publish.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;

import jakarta.inject.Singleton;

import org.jsoup.nodes.Entities;

import galley.events.Article;
import galley.events.Part;
import galley.publish.edition.Edition;
import galley.publish.edition.Entry;
import galley.publish.html.ArticleHtml;
import galley.publish.http.HttpDate;
import galley.publish.site.Addresses;
import galley.publish.site.SiteConfig;
import galley.publish.text.Headlines;

/**
 * Writes what is live as WordPress writes its own export files (WXR 1.2): sections as categories,
 * tags as tags, each article as a post, and the pictures of this site as attachments by their
 * addresses.
 */
@Singleton
class WordPressExport {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final LiveArticles articles;
    private final Edition edition;
    private final SiteConfig site;
    private final Addresses addresses;
    private final Clock clock;

    WordPressExport(
            LiveArticles articles,
            Edition edition,
            SiteConfig site,
            Addresses addresses,
            Clock clock) {
        this.articles = articles;
        this.edition = edition;
        this.site = site;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Writes the file. */
    void write(OutputStream to) throws IOException {
        WxrDocument.write(
                to,
                xml -> {
                    head(xml);
                    authors(xml);
                    terms(xml);
                    items(xml);
                });
    }

    private void head(WxrDocument xml) throws XMLStreamException {
        var home = addresses.absolute("");
        xml.text("title", site.title());
        xml.text("link", home);
        xml.text("description", site.description().orElse(""));
        xml.text("pubDate", HttpDate.format(clock.instant()));
        xml.text("language", site.language());
        xml.text("wp:wxr_version", "1.2");
        xml.text("wp:base_site_url", home);
        xml.text("wp:base_blog_url", home);
    }

    private void authors(WxrDocument xml) throws XMLStreamException, IOException {
        int number = 0;
        var names = LiveArticles.read(edition::bylines).stream().map(WordPressExport::author);
        for (var name : names.sorted().toList()) {
            int id = ++number;
            xml.element(
                    "wp:author",
                    () -> {
                        xml.text("wp:author_id", id);
                        xml.text("wp:author_login", Names.login(name));
                        xml.text("wp:author_email", "");
                        xml.text("wp:author_display_name", name);
                    });
        }
    }

    /** A post has one author there: all that stand above the article. */
    private static String author(List<String> bylines) {
        return String.join(", ", bylines);
    }

    private void terms(WxrDocument xml) throws XMLStreamException, IOException {
        int number = 0;
        for (var section : new TreeSet<>(LiveArticles.read(edition::sections))) {
            int id = ++number;
            xml.element(
                    "wp:category",
                    () -> {
                        xml.text("wp:term_id", id);
                        xml.text("wp:category_nicename", Names.nicename(section));
                        xml.text("wp:category_parent", "");
                        xml.text("wp:cat_name", section);
                    });
        }
        for (var tag : new TreeSet<>(LiveArticles.read(edition::tags))) {
            int id = ++number;
            xml.element(
                    "wp:tag",
                    () -> {
                        xml.text("wp:term_id", id);
                        xml.text("wp:tag_slug", Names.nicename(tag));
                        xml.text("wp:tag_name", tag);
                    });
        }
    }

    private void items(WxrDocument xml) throws IOException {
        var numbers = new Numbers();
        Set<String> pictures = new HashSet<>();
        articles.forEach(
                null,
                entry -> {
                    try {
                        long id = numbers.next();
                        xml.element("item", () -> post(xml, entry, id));
                        for (var part : entry.article().parts()) {
                            if (part instanceof Part.Media media
                                    && media.picture() != null
                                    && pictures.add(media.picture().hash())) {
                                long number = numbers.next();
                                xml.element("item", () -> picture(xml, entry, media, id, number));
                            }
                        }
                    } catch (XMLStreamException e) {
                        throw new IOException(e);
                    }
                });
    }

    private void post(WxrDocument xml, Entry entry, long id) throws XMLStreamException {
        var article = entry.article();
        xml.text("title", Headlines.of(article));
        xml.text("link", addresses.article(entry.slug()));
        xml.text("pubDate", HttpDate.format(entry.publishedAt()));
        if (!article.bylines().isEmpty()) {
            xml.text("dc:creator", Names.login(author(article.bylines())));
        }
        xml.text("guid", Addresses.urn(entry.id()), "isPermaLink", "false");
        xml.text("description", "");
        // marked as HTML, or WordPress makes paragraphs of its line ends
        xml.text(
                "content:encoded",
                "<!-- wp:html -->\n%s\n<!-- /wp:html -->"
                        .formatted(ArticleHtml.forSyndication(article, addresses::absolute)));
        xml.text(
                "excerpt:encoded",
                article.standfirst() == null ? "" : Entities.escape(article.standfirst()));
        common(xml, id, entry.publishedAt(), entry.updatedAt());
        xml.text("wp:post_name", entry.slug());
        xml.text("wp:status", "publish");
        xml.text("wp:post_parent", 0);
        xml.text("wp:menu_order", 0);
        xml.text("wp:post_type", "post");
        xml.text("wp:post_password", "");
        xml.text("wp:is_sticky", 0);
        categories(xml, article);
    }

    private static void categories(WxrDocument xml, Article article) throws XMLStreamException {
        if (article.section() != null) {
            term(xml, "category", article.section());
        }
        for (var tag : article.tags()) {
            term(xml, "post_tag", tag);
        }
    }

    private static void term(WxrDocument xml, String domain, String name)
            throws XMLStreamException {
        xml.text("category", name, "domain", domain, "nicename", Names.nicename(name));
    }

    private void picture(WxrDocument xml, Entry entry, Part.Media media, long post, long id)
            throws XMLStreamException, IOException {
        var hash = media.picture().hash();
        var address = addresses.absolute(Addresses.picturePath(hash));
        xml.text("title", media.caption() == null ? hash : media.caption());
        xml.text("link", address);
        xml.text("pubDate", HttpDate.format(entry.publishedAt()));
        xml.text("guid", address, "isPermaLink", "false");
        xml.text("description", "");
        xml.text("content:encoded", media.credit() == null ? "" : Entities.escape(media.credit()));
        xml.text(
                "excerpt:encoded", media.caption() == null ? "" : Entities.escape(media.caption()));
        common(xml, id, entry.publishedAt(), entry.updatedAt());
        xml.text("wp:post_name", hash);
        xml.text("wp:status", "inherit");
        xml.text("wp:post_parent", post);
        xml.text("wp:menu_order", 0);
        xml.text("wp:post_type", "attachment");
        xml.text("wp:post_password", "");
        xml.text("wp:is_sticky", 0);
        xml.text("wp:attachment_url", address);
        if (media.alt() != null) {
            xml.element(
                    "wp:postmeta",
                    () -> {
                        xml.text("wp:meta_key", "_wp_attachment_image_alt");
                        xml.text("wp:meta_value", media.alt());
                    });
        }
    }

    private static void common(WxrDocument xml, long id, Instant published, Instant updated)
            throws XMLStreamException {
        xml.text("wp:post_id", id);
        xml.text("wp:post_date", TIME.format(published));
        xml.text("wp:post_date_gmt", TIME.format(published));
        xml.text("wp:post_modified", TIME.format(updated));
        xml.text("wp:post_modified_gmt", TIME.format(updated));
        xml.text("wp:comment_status", "closed");
        xml.text("wp:ping_status", "closed");
    }

    /** Numbers posts and attachments, as WordPress has one sequence for both. */
    private static final class Numbers {
        private long last;

        long next() {
            return ++last;
        }
    }
}
