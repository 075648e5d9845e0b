package galley.publish.feed;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import galley.events.Article;
import galley.events.Part;
import galley.kit.html.SafeHtml;
import galley.kit.media.MediaStore;
import galley.publish.edition.Entry;
import galley.publish.html.ArticleHtml;
import galley.publish.site.Addresses;
import galley.publish.text.Headlines;
import galley.publish.text.Teaser;

/** Makes entries of articles. */
@Singleton
class FeedEntries {
    private static final Logger LOG = Logger.getLogger(FeedEntries.class);

    private final Addresses addresses;
    private final MediaStore store;
    private final FeedConfig config;

    FeedEntries(Addresses addresses, MediaStore store, FeedConfig config) {
        this.addresses = addresses;
        this.store = store;
        this.config = config;
    }

    /** The entry of a live article. */
    FeedEntry of(Entry entry) {
        var article = entry.article();
        boolean partial = config.content() == Extent.TEASER || TeaserOnly.isAsked(article);
        var url = addresses.article(entry.slug());
        var title = Headlines.of(article);
        return new FeedEntry(
                Addresses.urn(entry.id()),
                url,
                title,
                article.standfirst() == null
                        ? SafeHtml.toText(Teaser.of(article))
                        : article.standfirst(),
                partial
                        ? FeedHtml.teaser(article, title, url)
                        : FeedHtml.standalone(
                                ArticleHtml.forSyndication(article, addresses::absolute), url),
                partial,
                article.bylines(),
                Stream.concat(Stream.ofNullable(article.section()), article.tags().stream())
                        .distinct()
                        .toList(),
                partial ? List.of() : pictures(article),
                article.language(),
                article.rights() == null ? null : article.rights().copyrightNotice(),
                entry.publishedAt(),
                entry.updatedAt());
    }

    private List<FeedPicture> pictures(Article article) {
        return article.parts().stream()
                .filter(part -> part instanceof Part.Media media && media.picture() != null)
                .map(part -> picture((Part.Media) part))
                .toList();
    }

    private FeedPicture picture(Part.Media media) {
        var it = media.picture();
        return new FeedPicture(
                addresses.absolute(Addresses.picturePath(it.hash())),
                it.type(),
                it.width(),
                it.height(),
                size(it.hash()),
                media.caption(),
                media.credit());
    }

    /** A feed without a size is better than no feed. */
    private Long size(String hash) {
        try {
            return store.size(hash).orElse(null);
        } catch (UncheckedIOException e) {
            LOG.warnf("The size of the picture %s can't be told: %s", hash, e);
            return null;
        }
    }
}
