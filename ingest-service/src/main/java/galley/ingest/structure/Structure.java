package galley.ingest.structure;

import java.util.List;

import galley.events.ItemProposal;
import galley.events.Kind;

/**
 * How a text seems to be built. The parts take up all blocks of the body, each once and in their
 * order, so that their texts, one after the other, are the text that came in, however wrong a
 * proposal is.
 *
 * <p>A proposal stands for words that were found; what no words say is not proposed. What it
 * proposes, and how the value is written:
 *
 * <table>
 * <caption>Proposals</caption>
 * <tr><td>kind</td><td>of the item: as in {@link Kind}</td></tr>
 * <tr><td>part</td><td>type, first and last block from 0: {@code reprint:3-17}</td></tr>
 * <tr><td>{@code headline}</td><td>the text of the part's first block, which is its headline</td>
 * </tr>
 * <tr><td>{@code dateline.text}, {@code .place}, {@code .date}, {@code .agency}</td><td>what the
 * part's text begins with, after headline and byline; the date as in ISO 8601</td></tr>
 * <tr><td>{@code attribution.publisher}, {@code .author}, {@code .url}, {@code .publishedOn},
 * {@code .language}, {@code .translator}, {@code .translationPublisher}</td><td>as in {@link
 * galley.events.Attribution}</td></tr>
 * <tr><td>{@code excerpt}</td><td>{@code true} where the part is not the whole text</td></tr>
 * <tr><td>{@code teaserBreak}</td><td>after how many blocks of the part a list page stops</td></tr>
 * <tr><td>{@code person}</td><td>name, role and affiliation: {@code Ada Quist | botanist |
 * University of Osthaven}</td></tr>
 * <tr><td>{@code turn}</td><td>where in an interview somebody begins to speak, with the block and
 * the speaker as marked: {@code question:7:GT}, {@code answer:8:Field}</td></tr>
 * <tr><td>{@code editorsMark}</td><td>the words between brackets</td></tr>
 * <tr><td>{@code media}</td><td>address of a recording</td></tr>
 * <tr><td>{@code related}</td><td>address of a sister piece</td></tr>
 * </table>
 *
 * @param kind null where it can't be told, as with a teaser that names no source
 * @param parts none where the body is empty
 */
public record Structure(Kind kind, List<PartRange> parts, List<ItemProposal> proposals) {

    /** Checks that the parts follow each other without a gap. */
    public Structure {
        parts = List.copyOf(parts);
        proposals = List.copyOf(proposals);
        int next = 0;
        for (var part : parts) {
            if (part.first() != next) {
                throw new IllegalArgumentException("not one after the other: " + parts);
            }
            next = part.last() + 1;
        }
    }
}
