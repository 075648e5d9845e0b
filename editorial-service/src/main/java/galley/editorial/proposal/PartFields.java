package galley.editorial.proposal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;

import org.jsoup.nodes.Element;

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

    private PartFields() {}

    /**
     * The part with a field as it is proposed. A headline and a dateline leave the body, where it
     * still has them.
     *
     * @param value what was accepted, which may differ from what was proposed
     * @throws OutdatedProposalException when the part has no such field
     */
    static Part with(Part part, Proposal proposal, String value) {
        if (proposal.what().equals("headline")) {
            return headline(part, proposal, value);
        }
        if (!(part instanceof Part.Reprint reprint)) {
            throw new OutdatedProposalException("The part %s is no reprint.".formatted(part.id()));
        }
        String[] names = proposal.what().split("\\.", 2);
        return switch (names[0]) {
            case "excerpt" -> with(reprint, true, reprint.dateline(), reprint.attribution());
            case "dateline" -> dateline(reprint, names[1], proposal, value);
            case "attribution" ->
                    with(
                            reprint,
                            reprint.excerpt(),
                            reprint.dateline(),
                            attribution(reprint.attribution(), names[1], value));
            default -> reprint; // a reading that confirms, and sets nothing
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

    private static Part.Reprint with(
            Part.Reprint part, boolean excerpt, Dateline dateline, Attribution attribution) {
        return new Part.Reprint(
                part.id(),
                part.headline(),
                excerpt,
                dateline,
                attribution,
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
