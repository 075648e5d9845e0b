package galley.editorial.intake;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import galley.editorial.content.Content;
import galley.events.Attribution;
import galley.events.Dateline;
import galley.events.Kind;
import galley.events.Part;
import galley.events.Rights;

/**
 * Brings what a source changed of its item into what the staff made of it: what only one of them
 * changed since the item was last taken counts. Where both did, the staff's stays and is a
 * conflict.
 */
final class SourceMerge {
    /** Stands for what a source said before it said anything. */
    private static final Content NOTHING =
            new Content(
                    null,
                    Kind.REPRINT,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    null,
                    List.of(new Part.Reprint(null, null, false, null, null, null, "")),
                    List.of(),
                    null);

    private final Content before;
    private final Content source;
    private final Content present;
    private final FieldMerge fields = new FieldMerge();
    private final Content merged;

    /**
     * Merges.
     *
     * @param before what the source said when its item was last taken, if that is known
     * @param source what it says now
     * @param present what the article says
     * @param itemRevision which change of the item it is
     */
    SourceMerge(Optional<Content> before, Content source, Content present, long itemRevision) {
        this.before = before.orElse(NOTHING);
        this.source = source;
        this.present = present;
        Content text = withReprint(withText(withFields()));
        Content whole = MediaMerge.of(this.before, source, text, fields);
        this.merged = ProposalMerge.of(this.before, source, whole, itemRevision);
    }

    /** The content in which the staff's work stays. */
    Content merged() {
        return merged;
    }

    /** What the source changed and is not in the merged content. */
    List<SourceConflict> conflicts() {
        return fields.conflicts();
    }

    /**
     * The content as the source has it, in place of what the staff made of the text. What the staff
     * alone decides, such as section and tags, stays, and so does the later embargo.
     */
    Content replaced() {
        return new Content(
                source.language(),
                present.kind(),
                source.headline(),
                source.standfirst(),
                present.section(),
                present.tags(),
                present.bylines(),
                source.subjects(),
                present.rights(),
                source.proposals(),
                null,
                source.parts(),
                present.related(),
                embargo());
    }

    private Content withFields() {
        return new Content(
                fields.merge("language", before.language(), source.language(), present.language()),
                present.kind(),
                fields.merge("headline", before.headline(), source.headline(), present.headline()),
                fields.merge(
                        "standfirst",
                        before.standfirst(),
                        source.standfirst(),
                        present.standfirst()),
                present.section(),
                present.tags(),
                present.bylines(),
                fields.merge("subjects", before.subjects(), source.subjects(), present.subjects()),
                termsAreOfTheArticle() ? reprint(source).rights() : present.rights(),
                present.proposals(),
                present.teaserBreak(),
                present.parts(),
                present.related(),
                embargo());
    }

    /** Whoever takes a text must not release it too early by that: the later embargo holds. */
    private Instant embargo() {
        Instant ours = present.embargoedUntil();
        Instant theirs = source.embargoedUntil();
        if (theirs == null || Objects.equals(theirs, before.embargoedUntil())) {
            return ours;
        }
        return ours == null || theirs.isAfter(ours) ? theirs : ours;
    }

    /** So it is where the item was divided into parts of which one has terms of its own. */
    private boolean termsAreOfTheArticle() {
        Rights terms = reprint(before).rights();
        return terms != null && terms.equals(present.rights());
    }

    private Content withText(Content content) {
        return TextMerge.of(reprint(before).body(), reprint(source).body(), content, fields);
    }

    private Content withReprint(Content content) {
        Part.Reprint was = withoutText(reprint(before));
        Part.Reprint is = withoutText(reprint(source));
        if (was.equals(is)) {
            return content;
        }
        Optional<Part.Reprint> ours = reprintIn(content);
        if (ours.isEmpty()) {
            fields.conflict("reprint", was, is);
            return content;
        }
        Part.Reprint changed = merge(was, is, ours.get());
        return content.withParts(
                content.parts().stream()
                        .map(part -> part.equals(ours.get()) ? changed : part)
                        .toList());
    }

    private Part.Reprint merge(Part.Reprint was, Part.Reprint is, Part.Reprint ours) {
        return new Part.Reprint(
                ours.id(),
                ours.headline(),
                fields.merge("reprint.excerpt", was.excerpt(), is.excerpt(), ours.excerpt()),
                fields.mergeInside(
                        "reprint.dateline",
                        was.dateline(),
                        is.dateline(),
                        ours.dateline(),
                        Dateline.class),
                fields.mergeInside(
                        "reprint.attribution",
                        was.attribution(),
                        is.attribution(),
                        ours.attribution(),
                        Attribution.class),
                termsAreOfTheArticle()
                        ? ours.rights()
                        : fields.mergeInside(
                                "reprint.rights",
                                was.rights(),
                                is.rights(),
                                ours.rights(),
                                Rights.class),
                ours.body());
    }

    /** What is read of an item begins with its text. */
    private static Part.Reprint reprint(Content read) {
        return (Part.Reprint) read.parts().getFirst();
    }

    /** The part that what the item says of its text is about; none where that is not clear. */
    private static Optional<Part.Reprint> reprintIn(Content content) {
        List<Part.Reprint> reprints =
                content.parts().stream()
                        .filter(Part.Reprint.class::isInstance)
                        .map(Part.Reprint.class::cast)
                        .toList();
        return reprints.size() == 1 ? Optional.of(reprints.getFirst()) : Optional.empty();
    }

    private static Part.Reprint withoutText(Part.Reprint part) {
        return new Part.Reprint(
                null,
                null,
                part.excerpt(),
                part.dateline(),
                part.attribution(),
                part.rights(),
                null);
    }
}
