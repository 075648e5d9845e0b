package galley.publish.page;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;

import galley.kit.paging.Cursor;
import galley.publish.edition.ArticleLists;
import galley.publish.edition.ArticleQuery;
import galley.publish.edition.Entry;
import galley.publish.frontpage.Listing;

/** Reads the pages of a list, and knows the ways between them. */
@ApplicationScoped
class Lists {
    private static final int SIZE = 20;

    private final ArticleLists lists;
    private final Site site;

    Lists(ArticleLists lists, Site site) {
        this.lists = lists;
        this.site = site;
    }

    /**
     * Where in a list a reader is, as the address says it.
     *
     * @param cursor the place behind which the page starts, or null
     * @param newer the place before which the page ends, or null
     */
    record Place(@QueryParam("cursor") String cursor, @QueryParam("newer") String newer) {
        boolean isStart() {
            return isEmpty(cursor) && isEmpty(newer);
        }

        private static boolean isEmpty(String text) {
            return text == null || text.isEmpty();
        }
    }

    /** What a list page is about, and where it stands. */
    record Frame(ListPage.Heading heading, Navigation navigation, String path) {}

    /**
     * A page of a list.
     *
     * @throws galley.kit.problem.Problem 400 when the place is none
     */
    ListPage page(ArticleQuery query, Place place, Frame frame) {
        var before = Cursor.decode(place.newer());
        if (before != null) {
            return of(query, lists.list(query.before(before), SIZE), true, false, frame);
        }
        var rows = lists.list(query.after(Cursor.decode(place.cursor())), SIZE + 1);
        boolean more = rows.size() > SIZE;
        return of(query, more ? rows.subList(0, SIZE) : rows, more, place.isStart(), frame);
    }

    /** The first page of a list as it was arranged. */
    ListPage arranged(Listing listing, Frame frame) {
        var rest = listing.rest();
        return new ListPage(
                frame.heading(),
                frame.navigation(),
                frame.path(),
                listed(listing.entries(), frame),
                null,
                rest == null ? null : at(frame.path(), "cursor", rest),
                true);
    }

    private ListPage of(
            ArticleQuery query, List<Entry> rows, boolean more, boolean first, Frame frame) {
        return new ListPage(
                frame.heading(),
                frame.navigation(),
                frame.path(),
                listed(rows, frame),
                first || rows.isEmpty()
                        ? null
                        : newerThan(query, query.placeOf(rows.getFirst()), frame),
                more && !rows.isEmpty()
                        ? at(frame.path(), "cursor", query.placeOf(rows.getLast()))
                        : null,
                first);
    }

    /** The page before: the list's start where what is newer fits on it. */
    private String newerThan(ArticleQuery query, Cursor place, Frame frame) {
        return lists.hasMoreThan(SIZE, query.before(place))
                ? at(frame.path(), "newer", place)
                : frame.path();
    }

    private List<ListedArticle> listed(List<Entry> rows, Frame frame) {
        return rows.stream()
                .map(entry -> ListedArticle.of(entry, frame.navigation(), site))
                .toList();
    }

    private static String at(String path, String parameter, Cursor place) {
        var sign = path.contains("?") ? '&' : '?';
        return path + sign + parameter + "=" + place.encode();
    }
}
