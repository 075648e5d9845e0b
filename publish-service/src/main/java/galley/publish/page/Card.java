package galley.publish.page;

import java.util.List;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.events.Article;
import galley.events.MediaKind;
import galley.events.Part;
import galley.publish.edition.Entry;
import galley.publish.site.Addresses;
import galley.publish.text.Headlines;
import galley.publish.text.Teaser;

/**
 * What the head of an article's page says about it to those who link to it: search engines, and
 * other sites that show a card (Open Graph).
 *
 * @param description plain text of one sentence or two; empty where there is none
 * @param url the absolute address of the page
 * @param image the absolute address of a picture, or null
 * @param published RFC 3339
 * @param modified RFC 3339
 * @param data schema.org's NewsArticle as JSON, safe within a page
 */
public record Card(
        String title,
        String description,
        String url,
        String image,
        PictureOnPage picture,
        String published,
        String modified,
        String section,
        List<String> tags,
        String data) {
    private static final int LONGEST = 200;

    static Card of(Entry entry, Addresses addresses) {
        var article = entry.article();
        var picture = lead(article);
        var image = picture == null ? null : addresses.absolute(picture.src());
        var url = addresses.article(entry.slug());
        var description = description(article);
        return new Card(
                Headlines.of(article),
                description,
                url,
                image,
                picture,
                entry.publishedAt().toString(),
                entry.updatedAt().toString(),
                article.section(),
                article.tags(),
                ArticleData.of(entry, description, url, image));
    }

    /** The first picture that this site has; null where there is none. */
    static PictureOnPage lead(Article article) {
        return article.parts().stream()
                .filter(Part.Media.class::isInstance)
                .map(Part.Media.class::cast)
                .filter(it -> it.picture() != null)
                .filter(it -> it.kind() == MediaKind.IMAGE || it.kind() == MediaKind.VIDEO)
                .findFirst()
                .map(it -> PictureOnPage.of(it.picture(), it.alt()))
                .orElse(null);
    }

    private static String description(Article article) {
        return Stream.concat(
                        Stream.ofNullable(article.standfirst()),
                        Teaser.blocks(article).stream().map(Element::text))
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(Card::shortened)
                .orElse("");
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST);
        return text.substring(0, end < 1 ? LONGEST : end) + " …";
    }
}
