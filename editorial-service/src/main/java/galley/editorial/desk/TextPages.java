package galley.editorial.desk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Pages of lists that are put together whole; a text says where a page ended. */
final class TextPages {
    private TextPages() {}

    /**
     * The next page.
     *
     * @param rest what comes behind the page before
     * @param limit the parameter {@code limit}, or null
     * @param place where an item stands in the list
     * @throws Problem 400 for what is no limit
     */
    static <T> Page<T> of(List<T> rest, String limit, Function<T, String> place) {
        int most = PageRequest.of(limit, null).limit();
        if (rest.size() <= most) {
            return new Page<>(rest, null);
        }
        List<T> shown = rest.subList(0, most);
        byte[] last = place.apply(shown.getLast()).getBytes(StandardCharsets.UTF_8);
        return new Page<>(shown, Base64.getUrlEncoder().withoutPadding().encodeToString(last));
    }

    /**
     * Where the page before ended.
     *
     * @param cursor the parameter {@code cursor}, or null
     * @return empty for the list's start
     * @throws Problem 400 for what is no cursor
     */
    static String end(String cursor) {
        try {
            byte[] place = Base64.getUrlDecoder().decode(cursor == null ? "" : cursor);
            return new String(place, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
    }

    /** 400: no list has handed out the cursor. */
    static Problem notOurs() {
        return Problems.of(
                400,
                "bad-cursor",
                "Bad cursor",
                "The cursor is not one that this list has handed out.");
    }
}
