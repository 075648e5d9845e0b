package galley.publish.feed;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import galley.publish.frontpage.FrontPages;

/** The feeds as they are now, for those who copy the site. */
@Singleton
public class FeedFiles {
    private final Feeds feeds;
    private final Channels channels;
    private final FrontPages frontPages;

    FeedFiles(Feeds feeds, Channels channels, FrontPages frontPages) {
        this.feeds = feeds;
        this.channels = channels;
        this.frontPages = frontPages;
    }

    /** The feeds of everything and of each section, by their paths, which begin with a slash. */
    public Map<String, byte[]> all() {
        Map<String, byte[]> files = new TreeMap<>();
        var sections =
                frontPages.sections().stream()
                        .flatMap(section -> channels.section(section.key()).stream());
        Stream.concat(Stream.of(channels.whole()), sections)
                .forEach(
                        channel -> {
                            for (var format : Format.values()) {
                                files.put(
                                        channel.path() + "/" + format.file(),
                                        feeds.feed(channel, format).bytes());
                            }
                        });
        return files;
    }
}
