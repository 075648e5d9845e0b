package galley.publish.frontpage;

import java.util.List;

import galley.kit.paging.Cursor;
import galley.publish.edition.Entry;

/**
 * The articles of a page.
 *
 * @param entries live articles in the page's order
 * @param rest the place in the list of the newest behind which every article stands that the page
 *     has not; null where there is none. What is pinned may come again there.
 */
public record Listing(List<Entry> entries, Cursor rest) {}
