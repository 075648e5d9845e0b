package galley.publish.feed;

import java.util.Optional;
import java.util.stream.Stream;

/** A format of feeds. */
enum Format {
    /** RSS 2.0. */
    RSS("rss.xml", "application/rss+xml"),
    /** Atom 1.0 (RFC 4287). */
    ATOM("atom.xml", "application/atom+xml"),
    /** JSON Feed 1.1. */
    JSON("feed.json", "application/feed+json");

    private final String file;
    private final String mediaType;

    Format(String file, String mediaType) {
        this.file = file;
        this.mediaType = mediaType;
    }

    /** The format of the feeds with this name, for example {@code atom.xml}. */
    static Optional<Format> of(String file) {
        return Stream.of(values()).filter(format -> format.file.equals(file)).findFirst();
    }

    /** The last segment of the address of a feed. */
    String file() {
        return file;
    }

    /** The value of {@code Content-Type}. */
    String mediaType() {
        return mediaType + ";charset=UTF-8";
    }
}
