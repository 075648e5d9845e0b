package galley.endtoend;

import java.util.stream.Stream;

/**
 * An article that was live, whose headline says which version readers have.
 *
 * @param number tells its headline from those of the others
 */
record Ferry(int number, String id, String slug) {
    String headline(int version) {
        return ShownVersions.headline(number, version);
    }

    /** Where readers get it: as JSON and as a page. */
    Stream<String> addresses() {
        return Stream.of("/v1/articles/" + id, "/articles/" + slug);
    }
}
