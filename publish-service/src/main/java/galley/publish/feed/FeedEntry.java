package galley.publish.feed;

import java.time.Instant;
import java.util.List;

/**
 * An article in a feed.
 *
 * @param id a URN that never changes, whatever happens to the address
 * @param url the absolute address of its page
 * @param summary plain text: the standfirst, else the teaser
 * @param content safe HTML: the whole text, with the attribution of what is reprinted; of a partial
 *     entry what stands before the break, and a link to the rest
 * @param partial whether the article goes on where the content ends
 * @param categories its section and its tags
 * @param pictures those that are kept here; none of a partial entry
 */
record FeedEntry(
        String id,
        String url,
        String title,
        String summary,
        String content,
        boolean partial,
        List<String> authors,
        List<String> categories,
        List<FeedPicture> pictures,
        String language,
        String rights,
        Instant publishedAt,
        Instant updatedAt) {}
