package galley.publish.page;

import galley.events.Article;
import galley.publish.edition.Entry;
import galley.publish.html.DayView;
import galley.publish.site.Addresses;
import galley.publish.text.Headlines;
import galley.publish.text.Teaser;

/**
 * An article on a list page.
 *
 * @param teaser safe HTML up to the teaser break
 */
public record ListedArticle(
        String title, String path, Article article, DayView published, String teaser) {

    static ListedArticle of(Entry entry) {
        var article = entry.article();
        return new ListedArticle(
                Headlines.of(article),
                Addresses.articlePath(entry.slug()),
                article,
                DayView.of(entry.publishedAt()),
                Teaser.of(article));
    }
}
