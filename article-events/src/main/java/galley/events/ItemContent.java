package galley.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was read from an item before anyone decided anything. Field names are those of IPTC's
 * standards; what the format does not have is null or empty.
 *
 * @param guid the item's identity at its source
 * @param version the source's own version text
 * @param type {@code text}, {@code picture}, {@code video}, {@code audio} or {@code composite}
 * @param pubStatus {@code usable}, {@code withheld} or {@code canceled}
 * @param urgency 1 (most urgent) to 9
 * @param headline plain text; empty where the source gave none
 * @param summary safe HTML
 * @param body safe HTML
 * @param url the item's address without tracking parameters
 * @param partial whether the source gave only a teaser
 * @param duplicateOf another article that says the same
 */
public record ItemContent(
        String guid,
        String version,
        String type,
        String pubStatus,
        Integer urgency,
        Integer priority,
        String headline,
        String slugline,
        String byline,
        Dateline dateline,
        String language,
        String summary,
        String body,
        int wordCount,
        List<String> keywords,
        List<Subject> subjects,
        List<String> authors,
        List<String> places,
        Instant firstCreated,
        Instant versionCreated,
        Instant embargoedUntil,
        Instant expiresAt,
        String editorialNote,
        String usageTerms,
        String credit,
        String url,
        List<ItemMedia> media,
        boolean partial,
        UUID duplicateOf,
        List<ItemProposal> proposals) {

    /** The same in this language. */
    public ItemContent withLanguage(String tag) {
        return with(tag, duplicateOf, proposals);
    }

    /** The same, said already by another article; null when there is none. */
    public ItemContent withDuplicateOf(UUID article) {
        return with(language, article, proposals);
    }

    /** The same with these proposals and no others. */
    public ItemContent withProposals(List<ItemProposal> others) {
        return with(language, duplicateOf, others);
    }

    private ItemContent with(
            String otherLanguage, UUID otherArticle, List<ItemProposal> otherProposals) {
        return new ItemContent(
                guid,
                version,
                type,
                pubStatus,
                urgency,
                priority,
                headline,
                slugline,
                byline,
                dateline,
                otherLanguage,
                summary,
                body,
                wordCount,
                keywords,
                subjects,
                authors,
                places,
                firstCreated,
                versionCreated,
                embargoedUntil,
                expiresAt,
                editorialNote,
                usageTerms,
                credit,
                url,
                media,
                partial,
                otherArticle,
                otherProposals);
    }
}
