package galley.ingest.structure;

import java.util.List;

/** Finds the addresses of recordings. */
final class Recordings {
    private static final double EMBEDDED = 0.95;
    private static final double LINKED = 0.7;

    private Recordings() {}

    /** What is embedded in a block. */
    static List<Claim> in(Block block) {
        return block.embeds().stream()
                .map(it -> new Claim("media", it, block.hasWords() ? block.text() : it, EMBEDDED))
                .toList();
    }

    /** What a list of an event's contributions leads to. */
    static List<Claim> linkedFrom(Block list) {
        return list.inline().spans().stream()
                .filter(span -> list.isList() && span.leadsToPage())
                .map(span -> new Claim("media", span.address(), list.inline().at(span), LINKED))
                .toList();
    }
}
