package galley.ingest.item;

import java.util.List;

import galley.events.ItemContent;

/** Makes an item whole of which the source gave a part. */
final class Completion {
    private Completion() {}

    /**
     * What the source said, with the page's text; and of the page what the source did not say.
     *
     * @param part what the source said
     * @param page what was read of the article's page
     */
    static ItemContent of(ItemContent part, ItemContent page) {
        return new ItemContent(
                part.guid(),
                part.version(),
                part.type(),
                part.pubStatus(),
                part.urgency(),
                part.priority(),
                part.headline().isEmpty() ? page.headline() : part.headline(),
                part.slugline(),
                or(part.byline(), page.byline()),
                or(part.dateline(), page.dateline()),
                or(page.language(), part.language()),
                or(part.summary(), page.summary()),
                page.body(),
                page.wordCount(),
                or(part.keywords(), page.keywords()),
                or(part.subjects(), page.subjects()),
                or(part.authors(), page.authors()),
                or(part.places(), page.places()),
                or(part.firstCreated(), page.firstCreated()),
                or(part.versionCreated(), page.versionCreated()),
                part.embargoedUntil(),
                part.expiresAt(),
                part.editorialNote(),
                or(part.usageTerms(), page.usageTerms()),
                or(part.credit(), page.credit()),
                part.url(),
                or(part.media(), page.media()),
                page.partial(),
                null,
                page.proposals());
    }

    private static <T> T or(T first, T second) {
        return first == null ? second : first;
    }

    private static <T> List<T> or(List<T> first, List<T> second) {
        return first.isEmpty() ? second : first;
    }
}
