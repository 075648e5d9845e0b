package galley.publish.feed;

/**
 * A picture of an article in a feed.
 *
 * @param url its absolute address
 * @param type media type
 * @param width pixels across
 * @param height pixels down
 * @param bytes the size of its file; null where it is not known
 * @param caption plain text, or null
 * @param credit plain text, or null
 */
record FeedPicture(
        String url,
        String type,
        int width,
        int height,
        Long bytes,
        String caption,
        String credit) {}
