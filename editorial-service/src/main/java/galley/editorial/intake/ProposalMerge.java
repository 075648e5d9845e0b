package galley.editorial.intake;

import java.util.List;
import java.util.stream.Stream;

import galley.editorial.content.Content;
import galley.events.Part;
import galley.events.Proposal;

/**
 * Brings in what is proposed of a source's text as it is now: what was decided on is not proposed
 * again, what is read anew is. The parts fit each other and are proposed anew together, while the
 * text is still to be divided.
 */
final class ProposalMerge {
    private ProposalMerge() {}

    /**
     * The content with the proposals that stand now.
     *
     * @param before what the source said when its item was last taken
     * @param source what it says now
     * @param content what the article says, with the proposals that nobody has decided on
     * @param itemRevision which change of the item it is
     */
    static Content of(Content before, Content source, Content content, long itemRevision) {
        List<Reading> read = readings(before);
        List<Reading> readNow = readings(source);
        List<Reading> standing = readings(content);
        boolean newParts = isToBeDivided(content, read) && !partsOf(read).equals(partsOf(readNow));
        Stream<Proposal> old =
                content.proposals().stream()
                        .filter(
                                it ->
                                        Reading.of(it).isOfParts()
                                                ? !newParts
                                                : !read.contains(Reading.of(it))
                                                        || readNow.contains(Reading.of(it)));
        Stream<Proposal> added =
                source.proposals().stream()
                        .filter(
                                it ->
                                        Reading.of(it).isOfParts()
                                                ? newParts
                                                : !read.contains(Reading.of(it))
                                                        && !standing.contains(Reading.of(it)))
                        .map(it -> withIdOfItsOwn(it, itemRevision));
        return content.withProposals(Stream.concat(old, added).toList());
    }

    private static boolean isToBeDivided(Content content, List<Reading> read) {
        long texts = content.parts().stream().filter(it -> !(it instanceof Part.Media)).count();
        return texts == 1 && readings(content).containsAll(partsOf(read));
    }

    private static Proposal withIdOfItsOwn(Proposal it, long itemRevision) {
        return new Proposal(
                it.id() + "-" + itemRevision,
                it.what(),
                it.part(),
                it.value(),
                it.evidence(),
                it.confidence());
    }

    private static List<Reading> readings(Content content) {
        return content.proposals().stream().map(Reading::of).toList();
    }

    private static List<Reading> partsOf(List<Reading> readings) {
        return readings.stream().filter(Reading::isOfParts).toList();
    }

    /** What a proposal says, whatever words it was read from. */
    private record Reading(String what, String part, String value) {
        static Reading of(Proposal it) {
            return new Reading(it.what(), it.part(), it.value());
        }

        boolean isOfParts() {
            return "part".equals(what);
        }
    }
}
