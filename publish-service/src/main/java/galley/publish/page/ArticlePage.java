package galley.publish.page;

import java.util.List;

import galley.events.Article;
import galley.publish.document.RelatedLink;
import galley.publish.edition.Entry;
import galley.publish.html.DayView;
import galley.publish.site.Addresses;
import galley.publish.text.Headlines;
import galley.publish.text.Outline.Heading;

/**
 * An article, ready for its page.
 *
 * @param title its headline, else its first words
 * @param card what the page's head says about it
 * @param navigation the sections
 * @param section its section, which leads to the section's page where readers have one; or null
 * @param publishers whose texts it reprints, where they are several; in the order of the site's
 *     language, with the words between them
 * @param sources publishers of whom there may be more
 * @param related where readers may go on
 * @param updated null for the first version
 * @param corrections what was said to be wrong, the latest first
 */
public record ArticlePage(
        String title,
        Article article,
        Card card,
        Navigation navigation,
        Link section,
        List<Link> bylines,
        List<Link> publishers,
        List<Link> sources,
        List<Link> tags,
        List<Link> related,
        List<PartOnPage> parts,
        List<Heading> contents,
        DayView published,
        DayView updated,
        List<Notice> corrections) {

    /** A public note on the article, and when it was made. */
    public record Notice(DayView day, String note) {}

    static ArticlePage of(
            Entry entry,
            List<RelatedLink> related,
            Navigation navigation,
            Site site,
            Addresses addresses) {
        var article = entry.article();
        var text = ArticleText.of(article, site);
        var publishers = Publishers.of(article);
        return new ArticlePage(
                Headlines.of(article),
                article,
                Card.of(entry, addresses),
                navigation,
                navigation.link(article.section()),
                article.bylines().stream()
                        .map(line -> new Link(line, Addresses.authorPath(line)))
                        .toList(),
                publishers.size() < 2 ? List.of() : Publishers.sentence(publishers, site),
                publishers.stream().map(Publishers::link).toList(),
                article.tags().stream().map(tag -> new Link(tag, Addresses.tagPath(tag))).toList(),
                related.stream().map(it -> new Link(it.title(), it.address())).toList(),
                text.parts(),
                text.contents(),
                site.day(entry.publishedAt()),
                article.version() > 1 ? site.minute(entry.updatedAt()) : null,
                article.corrections().reversed().stream()
                        .map(it -> new Notice(site.day(it.at()), it.note()))
                        .toList());
    }
}
