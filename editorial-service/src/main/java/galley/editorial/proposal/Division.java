package galley.editorial.proposal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

import galley.editorial.content.Content;
import galley.editorial.content.LeadingText;
import galley.events.MediaKind;
import galley.events.Part;
import galley.events.Proposal;
import galley.events.TeaserBreak;
import galley.kit.html.Blocks;

/**
 * Divides the one part that an item came as into the parts that are proposed: each takes up a range
 * of its blocks, all of them together take up all, so that no word is lost.
 */
final class Division {
    /** Type, first and last block from 0, as in {@code reprint:3-17}. */
    private static final Pattern RANGE = Pattern.compile("([a-z]+):(\\d{1,6})-(\\d{1,6})");

    private final Content content;
    private final Part.Reprint whole;
    private final List<Range> ranges;
    private final List<Element> bodies;

    private Division(Content content, Part.Reprint whole, List<Range> ranges) {
        this.content = content;
        this.whole = whole;
        this.ranges = ranges;
        this.bodies = bodies(whole.body(), ranges);
    }

    /**
     * The same content with the parts that it is proposed to have.
     *
     * @param read what the proposals were read from; empty where that is not known
     * @throws OutdatedProposalException when it is no longer the one part that was read, or its
     *     blocks are not where they were
     */
    static Content of(Content content, Optional<Content> read) {
        List<Range> ranges =
                content.proposals().stream()
                        .filter(proposal -> proposal.what().equals("part"))
                        .map(Division::range)
                        .toList();
        String id = ranges.getFirst().id();
        Part.Reprint whole = whole(content, id).orElseThrow(Division::changed);
        if (read.flatMap(it -> whole(it, id)).filter(it -> hasMoved(it, whole)).isPresent()) {
            throw changed();
        }
        return new Division(content, whole, ranges).divide();
    }

    private static Optional<Part.Reprint> whole(Content content, String id) {
        return content.parts().stream()
                .filter(part -> part.id().equals(id))
                .filter(Part.Reprint.class::isInstance)
                .map(Part.Reprint.class::cast)
                .findFirst();
    }

    /** Whether blocks are elsewhere than they were read; what was only reworded is in its place. */
    private static boolean hasMoved(Part.Reprint read, Part.Reprint present) {
        List<List<String>> before = blocks(read.body());
        List<List<String>> after = blocks(present.body());
        if (before.size() != after.size()) {
            return true;
        }
        Set<List<String>> gone = new HashSet<>();
        Set<List<String>> come = new HashSet<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                gone.add(before.get(i));
                come.add(after.get(i));
            }
        }
        return !Collections.disjoint(gone, come);
    }

    /** What each block says and shows; that words are set apart moves no block. */
    private static List<List<String>> blocks(String html) {
        return Blocks.of(html).children().stream()
                .map(
                        block ->
                                Stream.concat(
                                                Stream.of(LeadingText.of(block)),
                                                block.select("[src], [data-embed]").stream()
                                                        .flatMap(Division::shown))
                                        .toList())
                .toList();
    }

    private static Stream<String> shown(Element element) {
        return Stream.of(element.attr("src"), element.attr("data-embed"));
    }

    private static OutdatedProposalException changed() {
        return new OutdatedProposalException("The text has changed since its parts were proposed.");
    }

    private static Range range(Proposal proposal) {
        var range = RANGE.matcher(Objects.requireNonNullElse(proposal.value(), ""));
        if (!range.matches() || proposal.part() == null) {
            throw new OutdatedProposalException("The proposal names no range of blocks.");
        }
        return new Range(
                proposal.part(),
                range.group(1),
                Integer.parseInt(range.group(2)),
                Integer.parseInt(range.group(3)));
    }

    private static List<Element> bodies(String html, List<Range> ranges) {
        List<Element> bodies = new ArrayList<>();
        int block = -1;
        int next = 0;
        for (Node node : List.copyOf(Blocks.of(html).childNodes())) {
            if (node instanceof Element) {
                block++;
                if (next < ranges.size() && block == ranges.get(next).first()) {
                    bodies.add(new Element("body"));
                    next++;
                }
            }
            if (bodies.isEmpty()) {
                bodies.add(new Element("body")); // white space before the first block
            }
            bodies.getLast().appendChild(node);
        }
        requireWhole(ranges, block + 1);
        return bodies;
    }

    private static void requireWhole(List<Range> ranges, int blocks) {
        int next = 0;
        for (Range range : ranges) {
            if (range.first() != next || range.last() < range.first()) {
                throw changed();
            }
            next = range.last() + 1;
        }
        if (next != blocks) {
            throw changed();
        }
    }

    private Content divide() {
        List<Part> parts = new ArrayList<>();
        for (Part part : content.parts()) {
            if (part.equals(whole)) {
                for (int i = 0; i < ranges.size(); i++) {
                    parts.add(part(ranges.get(i), bodies.get(i)));
                }
            } else {
                parts.add(part);
            }
        }
        if (parts.stream().map(Part::id).distinct().count() < parts.size()) {
            throw changed();
        }
        return content.withParts(parts)
                .withTeaserBreak(teaserBreak())
                .withRights(termsAreOfThePost() ? whole.rights() : content.rights());
    }

    private Part part(Range range, Element body) {
        String html = html(body);
        return switch (range.type()) {
            case "introduction" -> new Part.Introduction(range.id(), html);
            case "reprint" -> reprint(range, html);
            case "media" -> recording(range, body);
            // those who speak are proposed one by one, and the words stay until they are taken out
            default -> new Part.Original(range.id(), null, html);
        };
    }

    /** What the item says of itself counts for its one reprint, where no words say otherwise. */
    private Part reprint(Range range, String html) {
        boolean onlyOne =
                ranges.stream().filter(other -> other.type().equals("reprint")).count() == 1;
        return new Part.Reprint(
                range.id(),
                null,
                whole.excerpt(),
                onlyOne ? whole.dateline() : null,
                onlyOne && !isAttributed(range) ? whole.attribution() : null,
                termsAreOfThePost() ? null : whole.rights(),
                html);
    }

    /**
     * Whether the terms that came with the item are those of the article as a whole: of a text that
     * was first published elsewhere they say nothing.
     */
    private boolean termsAreOfThePost() {
        return content.rights() == null && ranges.stream().anyMatch(this::isAttributed);
    }

    private boolean isAttributed(Range range) {
        return content.proposals().stream()
                .anyMatch(
                        proposal ->
                                range.id().equals(proposal.part())
                                        && proposal.what().startsWith("attribution."));
    }

    /** A recording is a part of its own; where there are words beside it, they stay as they are. */
    private static Part recording(Range range, Element body) {
        Element embedded = body.selectFirst("[data-embed]");
        return embedded == null || !body.wholeText().isBlank()
                ? new Part.Original(range.id(), null, html(body))
                : new Part.Media(
                        range.id(),
                        MediaKind.VIDEO,
                        embedded.attr("data-embed"),
                        null,
                        null,
                        null,
                        null);
    }

    private TeaserBreak teaserBreak() {
        TeaserBreak present = content.teaserBreak();
        if (present == null || !present.part().equals(whole.id())) {
            return present;
        }
        Range range =
                ranges.stream()
                        .filter(candidate -> present.block() <= candidate.last() + 1)
                        .findFirst()
                        .orElse(ranges.getLast());
        return new TeaserBreak(range.id(), present.block() - range.first());
    }

    private static String html(Element body) {
        return Bodies.html(body);
    }

    private record Range(String id, String type, int first, int last) {}
}
