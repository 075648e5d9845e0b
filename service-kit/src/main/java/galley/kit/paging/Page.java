package galley.kit.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, as every list answers.
 *
 * @param items the rows
 * @param next the cursor of the next page, or null after the last one
 */
public record Page<T>(List<T> items, String next) {

    /**
     * Makes a page of rows that were read with {@link PageRequest#rowsToRead()}.
     *
     * @param rows the rows in order, one more than the limit when there are more pages
     * @param request what was asked for
     * @param place the place of a row in the list
     * @param item what the client sees of a row
     */
    public static <R, T> Page<T> of(
            List<R> rows, PageRequest request, Function<R, Cursor> place, Function<R, T> item) {
        boolean more = rows.size() > request.limit();
        var shown = more ? rows.subList(0, request.limit()) : rows;
        var next = more ? place.apply(shown.getLast()).encode() : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }
}
