package galley.publish.page;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import galley.kit.paging.PageRequest;
import galley.publish.edition.ArticleQuery;
import galley.publish.edition.Edition;
import galley.publish.frontpage.FrontPages;
import galley.publish.frontpage.Listing;

/** What stands on the pages that list articles. */
@ApplicationScoped
class ListPages {
    private static final String PAGE_SIZE = "20";

    private final Edition edition;
    private final FrontPages frontPages;

    ListPages(Edition edition, FrontPages frontPages) {
        this.edition = edition;
        this.frontPages = frontPages;
    }

    /**
     * The front page as it was arranged, or what is older.
     *
     * @param cursor from the page before; null or empty for the front page
     */
    ListPage front(String cursor) {
        var arranged = isFirst(cursor) ? frontPages.arranged() : Optional.<Listing>empty();
        var listing = arranged.orElseGet(() -> newest(ArticleQuery.ALL, cursor));
        return ListPage.front(listing, frontPages.sections());
    }

    /** The page of a section that readers see, or what is older in it. */
    Optional<ListPage> section(String key, String cursor) {
        return frontPages
                .section(key)
                .map(
                        section -> {
                            var listing =
                                    isFirst(cursor)
                                            ? frontPages.listing(section)
                                            : newest(FrontPages.query(section), cursor);
                            return ListPage.of(section, listing, frontPages.sections());
                        });
    }

    private static boolean isFirst(String cursor) {
        return cursor == null || cursor.isEmpty();
    }

    private Listing newest(ArticleQuery all, String cursor) {
        var asked = PageRequest.of(PAGE_SIZE, cursor);
        var query = all.after(asked.after());
        var rows = edition.list(query, asked.rowsToRead());
        boolean more = rows.size() > asked.limit();
        var shown = more ? rows.subList(0, asked.limit()) : rows;
        return new Listing(shown, more ? query.placeOf(shown.getLast()) : null);
    }
}
