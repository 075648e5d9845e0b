package galley.publish.feed;

/** A format of feeds. */
enum Format {
    RSS("/feeds/rss.xml", "application/rss+xml;charset=UTF-8"),
    ATOM("/feeds/atom.xml", "application/atom+xml;charset=UTF-8"),
    JSON("/feeds/feed.json", "application/feed+json;charset=UTF-8");

    private final String path;
    private final String mediaType;

    Format(String path, String mediaType) {
        this.path = path;
        this.mediaType = mediaType;
    }

    String path() {
        return path;
    }

    String mediaType() {
        return mediaType;
    }
}
