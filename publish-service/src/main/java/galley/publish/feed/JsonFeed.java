package galley.publish.feed;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
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
            Instant datePublished,
            Instant dateModified,
            List<Author> authors,
            List<String> tags,
            String language) {}

    record Author(String name) {}

    static JsonFeed of(Feed feed) {
        return new JsonFeed(
                VERSION,
                feed.title(),
                feed.home(),
                feed.address(),
                feed.description(),
                feed.language(),
                feed.entries().stream().map(JsonFeed::item).toList());
    }

    private static Item item(FeedEntry entry) {
        return new Item(
                entry.id(),
                entry.url(),
                entry.title(),
                entry.content(),
                entry.summary(),
                entry.publishedAt(),
                entry.updatedAt(),
                entry.authors().stream().map(Author::new).toList(),
                entry.categories(),
                entry.language());
    }
}
