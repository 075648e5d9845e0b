package galley.editorial.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import galley.editorial.content.Content;
import galley.events.Kind;
import galley.events.MediaKind;
import galley.events.Part;
import galley.events.Proposal;
import galley.events.Related;
import galley.events.TeaserBreak;
import galley.kit.html.Blocks;
import galley.kit.problem.Problems;

/** Does to a content what proposals propose. */
final class Acceptance {
    private static final String PART = "part";

    /** Of the article as a whole, whatever its parts. */
    private static final List<String> OF_THE_WHOLE = List.of("kind", PART, "structure", "related");

    private Acceptance() {}

    /**
     * The content as it is once proposals are accepted, and without them. The parts are accepted
     * together: with one of them all.
     *
     * @param read gives what the proposals were read from, where that is known
     * @param corrected the value that counts in place of the only proposal's; null for its own
     * @throws OutdatedProposalException when the article is no longer what they were read from
     * @throws galley.kit.problem.Problem 422 when the value is none of its kind
     */
    static Content of(
            Content content,
            Supplier<Optional<Content>> read,
            List<Proposal> accepted,
            String corrected) {
        Content result = content;
        boolean divides = accepted.stream().anyMatch(proposal -> proposal.what().equals(PART));
        if (divides) {
            if (corrected != null) {
                throw Problems.unprocessable("value", "Parts are corrected by editing them.");
            }
            result = Division.of(content, read.get());
        }
        for (Proposal proposal : accepted) {
            requireItsPart(result, proposal, divides);
            result =
                    apply(
                            result,
                            proposal,
                            Objects.requireNonNullElse(
                                    corrected, Objects.requireNonNullElse(proposal.value(), "")));
        }
        return result.withProposals(
                content.proposals().stream()
                        .filter(it -> !accepted.contains(it))
                        .filter(it -> !divides || !it.what().equals(PART))
                        .toList());
    }

    private static void requireItsPart(Content content, Proposal proposal, boolean divided) {
        boolean undivided =
                !divided && content.proposals().stream().anyMatch(it -> it.what().equals(PART));
        if (undivided && !OF_THE_WHOLE.contains(proposal.what())) {
            throw new OutdatedProposalException(
                    "The parts that it is about are to be accepted first.");
        }
    }

    private static Content apply(Content content, Proposal proposal, String value) {
        return switch (proposal.what()) {
            case PART -> content;
            case "kind" -> content.withKind(kind(value));
            case "teaserBreak" ->
                    content.withTeaserBreak(
                            new TeaserBreak(part(content, proposal).id(), number(value)));
            case "person" -> content.withParts(Speakers.with(content.parts(), proposal, value));
            case "related" -> withRelated(content, proposal, value);
            case "media" -> withRecording(content, proposal, value);
            default -> withPart(content, proposal, value);
        };
    }

    private static Kind kind(String value) {
        return Arrays.stream(Kind.values())
                .filter(
                        kind ->
                                kind.name()
                                        .equals(value.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> Problems.unprocessable("value", "There is no such kind."));
    }

    private static int number(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw Problems.unprocessable("value", "It counts blocks.");
        }
    }

    private static Part part(Content content, Proposal proposal) {
        return content.parts().stream()
                .filter(part -> part.id() != null && part.id().equals(proposal.part()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new OutdatedProposalException(
                                        "There is no part %s any more."
                                                .formatted(proposal.part())));
    }

    private static Content withPart(Content content, Proposal proposal, String value) {
        if (proposal.part() == null) {
            return content;
        }
        Part old = part(content, proposal);
        return content.withParts(
                content.parts().stream()
                        .map(
                                part ->
                                        old.id().equals(part.id())
                                                ? PartFields.with(old, proposal, value)
                                                : part)
                        .toList());
    }

    /** What was read is the sentence with the link; it is what there is for a title. */
    private static Content withRelated(Content content, Proposal proposal, String address) {
        if (content.related().stream().anyMatch(it -> address.equals(it.url()))) {
            return content;
        }
        String words = Objects.requireNonNullElse(proposal.evidence(), address);
        Related link = new Related(words, address, null);
        return content.withRelated(
                Stream.concat(content.related().stream(), Stream.of(link)).toList());
    }

    private static Content withRecording(Content content, Proposal proposal, String address) {
        if (content.parts().stream().anyMatch(part -> leadsTo(part, address))) {
            return content;
        }
        List<Part> parts = new ArrayList<>(content.parts());
        parts.add(
                content.parts().indexOf(part(content, proposal)) + 1,
                new Part.Media(null, MediaKind.VIDEO, address, null, null, null, null));
        return content.withParts(parts);
    }

    /** Whether readers of the part already get there, by a link or as a recording. */
    private static boolean leadsTo(Part part, String address) {
        return switch (part) {
            case Part.Introduction it -> leadsTo(it.body(), address);
            case Part.Reprint it -> leadsTo(it.body(), address);
            case Part.Original it -> leadsTo(it.body(), address);
            case Part.Media it -> address.equals(it.url());
            case Part.People _ -> false;
        };
    }

    private static boolean leadsTo(String html, String address) {
        return Blocks.of(html).select("[href], [data-embed]").stream()
                .anyMatch(
                        element ->
                                address.equals(element.attr("href"))
                                        || address.equals(element.attr("data-embed")));
    }
}
