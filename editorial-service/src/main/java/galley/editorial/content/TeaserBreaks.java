package galley.editorial.content;

import java.util.List;
import java.util.Optional;

import galley.events.Part;
import galley.events.TeaserBreak;
import galley.kit.html.Blocks;

/** Where a list page may stop: before, between and after the blocks of a part. */
public final class TeaserBreaks {
    private TeaserBreaks() {}

    /** How many blocks a part has; none where it is no text. */
    public static int blocks(Part part) {
        return switch (part) {
            case Part.Introduction(_, var body) -> blocks(body);
            case Part.Original(_, _, var body) -> blocks(body);
            case Part.Reprint reprint -> blocks(reprint.body());
            case Part.Media _, Part.People _ -> 0;
        };
    }

    private static int blocks(String body) {
        return body == null ? 0 : Blocks.of(body).childrenSize();
    }

    /**
     * The same content, whose break stands no further than at the end of its part: what an edit
     * took away of the part is no reason to refuse the edit.
     */
    public static Content drawnBack(Content content) {
        TeaserBreak present = content.teaserBreak();
        if (present == null) {
            return content;
        }
        return partOf(present, content.parts())
                .map(TeaserBreaks::blocks)
                .filter(blocks -> blocks < present.block())
                .map(blocks -> content.withTeaserBreak(new TeaserBreak(present.part(), blocks)))
                .orElse(content);
    }

    static Optional<Part> partOf(TeaserBreak teaserBreak, List<Part> parts) {
        return parts.stream()
                .filter(part -> part.id() != null && part.id().equals(teaserBreak.part()))
                .findFirst();
    }
}
