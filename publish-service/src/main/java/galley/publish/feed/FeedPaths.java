package galley.publish.feed;

import java.util.Arrays;
import java.util.stream.Stream;

/** Where feeds are. */
public final class FeedPaths {
    private FeedPaths() {}

    /**
     * The paths of a list's feeds, one in each format.
     *
     * @param path below which they are
     */
    public static Stream<String> below(String path) {
        return Arrays.stream(Format.values()).map(format -> path + "/" + format.file());
    }
}
