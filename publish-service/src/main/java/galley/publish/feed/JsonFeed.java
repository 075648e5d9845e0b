package galley.publish.feed;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** A feed as JSON Feed 1.1 (jsonfeed.org). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonNaming(SnakeCaseStrategy.class)
record JsonFeed(
        String version,
        String title,
        String homePageUrl,
        String feedUrl,
        String description,
        String language,
        List<Hub> hubs,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Item> items) {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonNaming(SnakeCaseStrategy.class)
    record Item(
            String id,
            String url,
            String title,
            @JsonInclude(JsonInclude.Include.ALWAYS) String contentHtml,
            String summary,
            String image,
            Instant datePublished,
            Instant dateModified,
            List<Author> authors,
            List<String> tags,
            String language,
            List<Attachment> attachments,
            @JsonProperty("_galley") Extension extension) {}

    record Author(String name) {}

    record Hub(String type, String url) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonNaming(SnakeCaseStrategy.class)
    record Attachment(String url, String mimeType, String title, Long sizeInBytes) {}

    /** What the format has no member for. */
    record Extension(boolean partial) {}

    static JsonFeed of(Feed feed) {
        return new JsonFeed(
                VERSION,
                feed.title(),
                feed.home(),
                feed.address(),
                feed.description(),
                feed.language(),
                List.of(new Hub("WebSub", feed.hub())),
                feed.entries().stream().map(JsonFeed::item).toList());
    }

    private static Item item(FeedEntry entry) {
        return new Item(
                entry.id(),
                entry.url(),
                entry.title(),
                entry.content(),
                entry.summary(),
                entry.pictures().isEmpty() ? null : entry.pictures().getFirst().url(),
                entry.publishedAt(),
                entry.updatedAt(),
                entry.authors().stream().map(Author::new).toList(),
                entry.categories(),
                entry.language(),
                entry.pictures().stream().map(JsonFeed::attachment).toList(),
                entry.partial() ? new Extension(true) : null);
    }

    private static Attachment attachment(FeedPicture picture) {
        return new Attachment(picture.url(), picture.type(), picture.caption(), picture.bytes());
    }
}
