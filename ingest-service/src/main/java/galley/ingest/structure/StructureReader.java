package galley.ingest.structure;

import java.util.ArrayList;
import java.util.List;

import galley.events.Kind;

/** Reads the structure of posts. A plain function: a post always has the same structure. */
public final class StructureReader {
    /** Longer than any event can carry. */
    private static final int MAX_LENGTH = 2_000_000;

    private StructureReader() {}

    /** The structure of a post, in time that grows as its text does. */
    public static Structure read(Post post) {
        if (post.body().length() > MAX_LENGTH) {
            return new Structure(null, List.of(), List.of());
        }
        // in the right language most is understood
        return Vocabulary.forTag(post.language()).stream()
                .map(vocabulary -> read(post, vocabulary))
                .reduce((a, b) -> b.proposals().size() > a.proposals().size() ? b : a)
                .orElseThrow();
    }

    private static Structure read(Post post, Vocabulary vocabulary) {
        var clues = new Clues(post, vocabulary);
        var pieces = Division.of(clues);
        var recording = isReprint(pieces) ? null : VideoPost.evidence(clues, post.headline());
        var parts =
                recording != null && VideoPost.isEmbedded(clues)
                        ? VideoPost.parts(clues)
                        : parts(pieces, clues.size());
        var kind = KindOfPost.of(clues, pieces, recording, post.partial());
        return new Structure(
                kind != null ? kind.kind() : post.partial() ? null : Kind.ORIGINAL,
                parts,
                Proposals.of(clues, pieces, parts, kind));
    }

    private static boolean isReprint(List<Piece> pieces) {
        return pieces.stream()
                .anyMatch(
                        piece ->
                                piece.credits().isEmpty()
                                        || piece.credits().stream()
                                                .anyMatch(it -> it.text() != TextKind.VIDEO));
    }

    /** The pieces, what introduces them, and what is said after them. */
    private static List<PartRange> parts(List<Piece> pieces, int blocks) {
        var parts = new ArrayList<PartRange>();
        int next = 0;
        for (var piece : pieces) {
            add(parts, PartType.INTRODUCTION, next, piece.first());
            add(parts, PartType.REPRINT, piece.first(), piece.closing());
            add(parts, PartType.ORIGINAL, piece.closing(), piece.end());
            next = piece.end();
        }
        add(parts, PartType.ORIGINAL, next, blocks);
        return parts;
    }

    private static void add(List<PartRange> parts, PartType type, int from, int to) {
        if (from < to) {
            parts.add(new PartRange(type, from, to - 1));
        }
    }
}
