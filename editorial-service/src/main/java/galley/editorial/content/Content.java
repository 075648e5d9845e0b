package galley.editorial.content;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import galley.events.Kind;
import galley.events.Part;
import galley.events.Proposal;
import galley.events.Related;
import galley.events.Rights;
import galley.events.Subject;
import galley.events.TeaserBreak;

/**
 * What people write of an article: everything that a save can change. The fields are those of
 * {@link galley.events.Article}; an absent list is an empty one.
 */
public record Content(
        String language,
        Kind kind,
        String headline,
        String standfirst,
        String section,
        List<String> tags,
        List<String> bylines,
        List<Subject> subjects,
        Rights rights,
        List<Proposal> proposals,
        TeaserBreak teaserBreak,
        List<Part> parts,
        List<Related> related,
        Instant embargoedUntil) {

    /** Copies the lists, so that a content never changes. */
    public Content {
        tags = listOf(tags);
        bylines = listOf(bylines);
        subjects = listOf(subjects);
        proposals = listOf(proposals);
        parts = listOf(parts);
        related = listOf(related);
    }

    /** The same with one more proposal. */
    public Content withProposal(Proposal proposal) {
        return withProposals(Stream.concat(proposals.stream(), Stream.of(proposal)).toList());
    }

    /** The same with other tags. */
    public Content withTags(List<String> changed) {
        return with(kind, changed, rights, proposals, teaserBreak, parts, related);
    }

    /** The same with other parts. */
    public Content withParts(List<Part> changed) {
        return with(kind, tags, rights, proposals, teaserBreak, changed, related);
    }

    /** The same with other proposals. */
    public Content withProposals(List<Proposal> changed) {
        return with(kind, tags, rights, changed, teaserBreak, parts, related);
    }

    /** The same of another kind. */
    public Content withKind(Kind changed) {
        return with(changed, tags, rights, proposals, teaserBreak, parts, related);
    }

    /** The same with another teaser break, or none. */
    public Content withTeaserBreak(TeaserBreak changed) {
        return with(kind, tags, rights, proposals, changed, parts, related);
    }

    /** The same with other terms for the article as a whole, or none. */
    public Content withRights(Rights changed) {
        return with(kind, tags, changed, proposals, teaserBreak, parts, related);
    }

    /** The same with other articles to go on with. */
    public Content withRelated(List<Related> changed) {
        return with(kind, tags, rights, proposals, teaserBreak, parts, changed);
    }

    private Content with(
            Kind newKind,
            List<String> newTags,
            Rights newRights,
            List<Proposal> newProposals,
            TeaserBreak newTeaserBreak,
            List<Part> newParts,
            List<Related> newRelated) {
        return new Content(
                language,
                newKind,
                headline,
                standfirst,
                section,
                newTags,
                bylines,
                subjects,
                newRights,
                newProposals,
                newTeaserBreak,
                newParts,
                newRelated,
                embargoedUntil);
    }

    private static <T> List<T> listOf(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
