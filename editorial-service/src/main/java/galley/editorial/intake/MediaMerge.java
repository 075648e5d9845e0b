package galley.editorial.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import galley.editorial.content.Content;
import galley.events.Part;

/**
 * Brings in what a source changed of the media beside its text; they are told by their addresses.
 */
final class MediaMerge {
    private MediaMerge() {}

    /**
     * The content with what the source changed of its media.
     *
     * @param before what the source said when its item was last taken
     * @param source what it says now
     * @param content what the article says
     * @param fields takes the conflicts
     */
    static Content of(Content before, Content source, Content content, FieldMerge fields) {
        List<Part> parts = new ArrayList<>(content.parts());
        for (Part.Media was : media(before.parts())) {
            Part.Media is = find(media(source.parts()), was.url()).orElse(null);
            if (!was.equals(is == null ? null : withId(is, was.id()))) {
                change(parts, was, is, fields);
            }
        }
        for (Part.Media is : media(source.parts())) {
            if (find(media(before.parts()), is.url()).isEmpty()
                    && find(media(content.parts()), is.url()).isEmpty()) {
                parts.add(withId(is, null));
            }
        }
        boolean breakIsGone =
                content.teaserBreak() != null
                        && parts.stream()
                                .noneMatch(it -> content.teaserBreak().part().equals(it.id()));
        return (breakIsGone ? content.withTeaserBreak(null) : content).withParts(parts);
    }

    private static void change(List<Part> parts, Part.Media was, Part.Media is, FieldMerge fields) {
        Part.Media ours = find(media(parts), was.url()).orElse(null);
        if (ours == null) {
            if (is != null) {
                fields.conflict("media", was, is);
            }
        } else if (is != null) {
            parts.set(
                    parts.indexOf(ours),
                    fields.mergeInside(
                            "media",
                            withId(was, ours.id()),
                            withId(is, ours.id()),
                            ours,
                            Part.class));
        } else if (ours.equals(withId(was, ours.id()))) {
            parts.remove(ours);
        } else {
            fields.conflict("media", was, null);
        }
    }

    private static List<Part.Media> media(List<Part> parts) {
        return parts.stream()
                .filter(Part.Media.class::isInstance)
                .map(Part.Media.class::cast)
                .toList();
    }

    private static Optional<Part.Media> find(List<Part.Media> media, String url) {
        return media.stream().filter(it -> Objects.equals(it.url(), url)).findFirst();
    }

    private static Part.Media withId(Part.Media it, String id) {
        return new Part.Media(
                id,
                it.kind(),
                it.url(),
                it.provider(),
                it.caption(),
                it.credit(),
                it.alt(),
                it.picture());
    }
}
