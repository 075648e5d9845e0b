package galley.editorial.proposal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

import galley.editorial.content.LeadingText;
import galley.events.Attribution;
import galley.events.Dateline;
import galley.events.Part;
import galley.events.Proposal;
import galley.kit.html.Blocks;
import galley.kit.problem.Problems;

/** Sets the fields of a part that proposals name. */
final class PartFields {
    /** A dateline stands behind the headline and the byline at the latest. */
    private static final int HEAD = 3;

    /** What only a reprint has. */
    private static final List<String> OF_REPRINTS = List.of("excerpt", "dateline", "attribution");

    private PartFields() {}

    /**
     * The part with a field as it is proposed. A headline, a byline and a dateline leave the body,
     * where it still has them.
     *
     * @param value what was accepted, which may differ from what was proposed
     * @throws OutdatedProposalException when the part has no such field
     */
    static Part with(Part part, Proposal proposal, String value) {
        if (proposal.what().equals("headline")) {
            return headline(part, proposal, value);
        }
        String[] names = proposal.what().split("\\.", 2);
        if (!OF_REPRINTS.contains(names[0])) {
            return part; // a reading that confirms, and sets nothing
        }
        if (!(part instanceof Part.Reprint reprint)) {
            throw new OutdatedProposalException("The part %s is no reprint.".formatted(part.id()));
        }
        return switch (names[0]) {
            case "excerpt" -> excerpt(reprint);
            case "dateline" -> dateline(reprint, names[1], proposal, value);
            default -> attributed(reprint, names[1], proposal, value);
        };
    }

    private static Part headline(Part part, Proposal proposal, String value) {
        return switch (part) {
            case Part.Reprint it ->
                    new Part.Reprint(
                            it.id(),
                            value,
                            it.excerpt(),
                            it.dateline(),
                            it.attribution(),
                            it.rights(),
                            withoutFirstBlock(it.body(), proposal.value()));
            case Part.Original it ->
                    new Part.Original(
                            it.id(), value, withoutFirstBlock(it.body(), proposal.value()));
            default ->
                    throw new OutdatedProposalException(
                            "The part %s has no headline.".formatted(part.id()));
        };
    }

    private static String withoutFirstBlock(String html, String words) {
        Element body = Blocks.of(html);
        Element first = body.firstElementChild();
        if (first == null || !LeadingText.of(first).equals(LeadingText.normal(words))) {
            return html;
        }
        first.remove();
        return Bodies.html(body).strip();
    }

    private static Part dateline(Part.Reprint part, String name, Proposal proposal, String value) {
        Dateline old =
                Objects.requireNonNullElse(part.dateline(), new Dateline(null, null, null, null));
        Dateline set =
                switch (name) {
                    case "place" -> new Dateline(value, old.date(), old.agency(), old.text());
                    case "date" -> new Dateline(old.place(), date(value), old.agency(), old.text());
                    case "agency" -> new Dateline(old.place(), old.date(), value, old.text());
                    case "text" -> new Dateline(old.place(), old.date(), old.agency(), value);
                    default -> old;
                };
        return new Part.Reprint(
                part.id(),
                part.headline(),
                part.excerpt(),
                set,
                part.attribution(),
                part.rights(),
                name.equals("text") ? withoutLead(part.body(), proposal.value()) : part.body());
    }

    private static String withoutLead(String html, String words) {
        Element body = Blocks.of(html);
        boolean removed =
                body.children().stream()
                        .limit(HEAD)
                        .anyMatch(block -> LeadingText.remove(block, words));
        if (!removed) {
            return html;
        }
        body.children().stream()
                .filter(
                        block ->
                                block.nameIs("p")
                                        && block.childNodes().stream()
                                                .allMatch(n -> n.outerHtml().isEmpty()))
                .toList()
                .forEach(Element::remove);
        return Bodies.html(body);
    }

    private static Part attributed(
            Part.Reprint part, String name, Proposal proposal, String value) {
        return new Part.Reprint(
                part.id(),
                part.headline(),
                part.excerpt(),
                part.dateline(),
                attribution(part.attribution(), name, value),
                part.rights(),
                name.equals("author") ? withoutByline(part.body(), proposal.value()) : part.body());
    }

    /** A byline is the author's name, and at most a word like "By" before it. */
    private static String withoutByline(String html, String author) {
        Element body = Blocks.of(html);
        String name = LeadingText.normal(author);
        var byline =
                body.children().stream()
                        .limit(HEAD)
                        .filter(block -> block.nameIs("p"))
                        .filter(
                                block ->
                                        LeadingText.of(block)
                                                .matches("(\\p{L}+:? )?" + Pattern.quote(name)))
                        .findFirst();
        if (byline.isEmpty()) {
            return html;
        }
        byline.get().remove();
        return Bodies.html(body).strip();
    }

    private static Attribution attribution(Attribution present, String name, String value) {
        Attribution old =
                Objects.requireNonNullElse(
                        present, new Attribution(null, null, null, null, null, null, null, null));
        return new Attribution(
                name.equals("publisher") ? value : old.publisher(),
                name.equals("author") ? value : old.author(),
                name.equals("url") ? value : old.url(),
                name.equals("publishedOn") ? date(value) : old.publishedOn(),
                name.equals("language") ? value : old.language(),
                name.equals("translator") ? value : old.translator(),
                name.equals("translationPublisher") ? value : old.translationPublisher(),
                name.equals("translationUrl") ? value : old.translationUrl());
    }

    private static Part excerpt(Part.Reprint part) {
        return new Part.Reprint(
                part.id(),
                part.headline(),
                true,
                part.dateline(),
                part.attribution(),
                part.rights(),
                part.body());
    }

    private static LocalDate date(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw Problems.unprocessable("value", "A date is written as in 2026-05-20.");
        }
    }
}
