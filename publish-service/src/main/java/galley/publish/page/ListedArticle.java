package galley.publish.page;

import org.jsoup.nodes.Element;

import galley.events.Article;
import galley.kit.html.Blocks;
import galley.publish.edition.Entry;
import galley.publish.html.DayView;
import galley.publish.site.Addresses;
import galley.publish.text.Headlines;
import galley.publish.text.Outline;
import galley.publish.text.Teaser;

/**
 * An article on a list page.
 *
 * @param section its section, which leads to the section's page where readers have one; or null
 * @param teaser safe HTML up to the teaser break
 * @param picture the first that this site has, or null
 */
public record ListedArticle(
        String title,
        String path,
        Article article,
        Link section,
        DayView published,
        String teaser,
        PictureOnPage picture) {

    static ListedArticle of(Entry entry, Navigation navigation, Site site) {
        var article = entry.article();
        return new ListedArticle(
                Headlines.of(article),
                Addresses.articlePath(entry.slug()),
                article,
                navigation.link(article.section()),
                site.day(entry.publishedAt()),
                teaser(article),
                Card.lead(article));
    }

    /** Its headings stand below the article's own. */
    private static String teaser(Article article) {
        Element body = Blocks.of("").appendChildren(Teaser.blocks(article));
        Outline.level(body, 3);
        return body.html();
    }
}
