package galley.editorial.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import galley.editorial.content.Content;
import galley.events.Amendment;
import galley.events.Article;
import galley.events.Correction;
import galley.events.Provenance;
import galley.events.Publication;
import galley.events.Workflow;

/** Puts an article together from what people write and what the platform adds. */
public final class Wire {
    private Wire() {}

    /** The article in the shape of the contract. */
    public static Article article(Content content, Frame frame) {
        return new Article(
                frame.id(),
                frame.revision(),
                frame.version(),
                frame.slug(),
                content.language(),
                content.kind(),
                content.headline(),
                content.standfirst(),
                content.section(),
                content.tags(),
                content.bylines(),
                content.subjects(),
                content.rights(),
                content.proposals(),
                content.teaserBreak(),
                content.parts(),
                content.related(),
                frame.workflow(),
                frame.publication(),
                content.embargoedUntil(),
                frame.publishedAt(),
                frame.updatedAt(),
                frame.url(),
                frame.corrections(),
                frame.provenance(),
                frame.handling().desk(),
                frame.handling().priority(),
                frame.handling().scheduledAt(),
                frame.handling().amendment(),
                frame.handling().assignee(),
                frame.handling().dueAt());
    }

    /** What the platform adds to a content; the fields are those of {@link Article}. */
    public record Frame(
            UUID id,
            long revision,
            int version,
            String slug,
            Workflow workflow,
            Publication publication,
            Instant publishedAt,
            Instant updatedAt,
            String url,
            List<Correction> corrections,
            Provenance provenance,
            Handling handling) {}

    /** How the staff deals with it; the fields are those of {@link Article}. */
    public record Handling(
            String desk,
            Integer priority,
            Instant scheduledAt,
            Amendment amendment,
            String assignee,
            Instant dueAt) {}
}
