package galley.publish.page;

import java.util.List;

import galley.events.Article;
import galley.publish.edition.Entry;
import galley.publish.html.ArticleHtml;
import galley.publish.html.DayView;
import galley.publish.html.PartView;
import galley.publish.site.Addresses;
import galley.publish.text.Headlines;

/**
 * An article, ready for its page.
 *
 * @param title its headline, else its first words
 * @param url the absolute address of the page
 * @param updated null for the first version
 * @param corrections what was said to be wrong, the latest first
 */
public record ArticlePage(
        String title,
        Article article,
        String url,
        List<PartView> parts,
        DayView published,
        DayView updated,
        List<Notice> corrections) {

    /** A public note on the article, and when it was made. */
    public record Notice(DayView day, String note) {}

    static ArticlePage of(Entry entry, Addresses addresses) {
        var article = entry.article();
        return new ArticlePage(
                Headlines.of(article),
                article,
                addresses.article(entry.slug()),
                ArticleHtml.forPage(article),
                DayView.of(entry.publishedAt()),
                article.version() > 1 ? DayView.of(entry.updatedAt()) : null,
                article.corrections().reversed().stream()
                        .map(it -> new Notice(DayView.of(it.at()), it.note()))
                        .toList());
    }
}
