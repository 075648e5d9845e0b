package galley.publish.feed;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import galley.kit.html.SafeHtml;
import galley.publish.edition.Entry;
import galley.publish.html.ArticleHtml;
import galley.publish.site.Addresses;
import galley.publish.text.Headlines;
import galley.publish.text.Teaser;

/**
 * An article in a feed.
 *
 * @param id a URN that never changes, whatever happens to the address
 * @param url the absolute address of its page
 * @param summary plain text: the standfirst, else the teaser
 * @param content safe HTML: the whole text, with the attribution of what is reprinted
 * @param categories its section and its tags
 */
record FeedEntry(
        String id,
        String url,
        String title,
        String summary,
        String content,
        List<String> authors,
        List<String> categories,
        String language,
        String rights,
        Instant publishedAt,
        Instant updatedAt) {

    static FeedEntry of(Entry entry, Addresses addresses) {
        var article = entry.article();
        return new FeedEntry(
                Addresses.urn(entry.id()),
                addresses.article(entry.slug()),
                Headlines.of(article),
                article.standfirst() == null
                        ? SafeHtml.toText(Teaser.of(article))
                        : article.standfirst(),
                ArticleHtml.forSyndication(article, addresses::absolute),
                article.bylines(),
                Stream.concat(Stream.ofNullable(article.section()), article.tags().stream())
                        .distinct()
                        .toList(),
                article.language(),
                article.rights() == null ? null : article.rights().copyrightNotice(),
                entry.publishedAt(),
                entry.updatedAt());
    }
}
