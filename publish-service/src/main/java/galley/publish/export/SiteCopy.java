package galley.publish.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

import jakarta.inject.Singleton;

import galley.kit.media.MediaStore;
import galley.publish.edition.Edition;
import galley.publish.feed.FeedFiles;
import galley.publish.frontpage.FrontPages;
import galley.publish.page.SitePages;
import galley.publish.site.Addresses;

/** Writes a copy of the readers' site as files, for any host of static files. */
@Singleton
class SiteCopy {
    private final LiveArticles articles;
    private final Edition edition;
    private final FrontPages frontPages;
    private final SitePages pages;
    private final FeedFiles feeds;
    private final MediaStore pictures;
    private final Addresses addresses;

    SiteCopy(
            LiveArticles articles,
            Edition edition,
            FrontPages frontPages,
            SitePages pages,
            FeedFiles feeds,
            MediaStore pictures,
            Addresses addresses) {
        this.articles = articles;
        this.edition = edition;
        this.frontPages = frontPages;
        this.pages = pages;
        this.feeds = feeds;
        this.pictures = pictures;
        this.addresses = addresses;
    }

    /** Writes the copy as a ZIP archive. */
    void write(OutputStream to) throws IOException {
        var files = LiveArticles.read(feeds::all);
        var zip = new SiteArchive(to, edition, pages, pictures, files, addresses.absolute(""));
        listPages(zip, "", pages::front);
        for (var section : LiveArticles.read(frontPages::sections)) {
            listPages(
                    zip,
                    Addresses.sectionPath(section.key()),
                    cursor -> pages.section(section.key(), cursor).orElse(null));
        }
        articles.forEach(
                null,
                entry -> {
                    var path = Addresses.articlePath(entry.slug());
                    zip.page(path, LiveArticles.read(() -> pages.article(entry)), Map.of());
                    for (var slug : LiveArticles.read(() -> edition.slugs(entry.id()))) {
                        if (!slug.equals(entry.slug())) {
                            zip.moved(Addresses.articlePath(slug), path);
                        }
                    }
                });
        zip.finish();
    }

    private interface Lists {
        /** The page from a cursor on; null where there is none any more. */
        SitePages.Listed page(String cursor);
    }

    /** A list and all that is older: its first page, and {@code page-2} and so on below it. */
    private static void listPages(SiteArchive zip, String path, Lists lists) throws IOException {
        var page = LiveArticles.read(() -> lists.page(null));
        for (int number = 1; page != null; number++) {
            var here = number == 1 ? path + "/" : path + "/page-" + number;
            var cursor = page.older();
            var next =
                    cursor == null
                            ? Map.<String, String>of()
                            : Map.of(
                                    (path.isEmpty() ? "/" : path) + "?cursor=" + cursor,
                                    SiteArchive.fileOf(path + "/page-" + (number + 1)));
            zip.page(here, page.html(), next);
            page = cursor == null ? null : LiveArticles.read(() -> lists.page(cursor));
        }
    }
}
