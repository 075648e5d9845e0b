package galley.publish.feed;

import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;

/** The feeds as they are now, for those who copy the site. */
@Singleton
public class FeedFiles {
    private final Feeds feeds;

    FeedFiles(Feeds feeds) {
        this.feeds = feeds;
    }

    /** Each feed by its path, which begins with a slash. */
    public Map<String, byte[]> all() {
        Map<String, byte[]> files = new TreeMap<>();
        for (var format : Format.values()) {
            files.put(format.path(), feeds.feed(format).bytes());
        }
        return files;
    }
}
