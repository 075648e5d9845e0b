package galley.editorial.intake;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import galley.editorial.content.Content;
import galley.editorial.content.LanguageTag;
import galley.editorial.content.PlainText;
import galley.editorial.content.WebAddress;
import galley.events.ArticleIngested;
import galley.events.Attribution;
import galley.events.Dateline;
import galley.events.ItemContent;
import galley.events.Kind;
import galley.events.Part;
import galley.events.Provenance;
import galley.events.Rights;
import galley.events.SourceRights;
import galley.events.Subject;
import galley.kit.json.SoundText;

/** Reads an item as an article: a single reprint with its media, and what the source claims. */
final class ItemReading {
    private static final String MAIN_PART = "p1";
    private static final String CANCELED = "canceled";

    private ItemReading() {}

    /** Whether the item has a text that may take the place of an earlier one. */
    static boolean replacesText(ArticleIngested item) {
        return !CANCELED.equals(item.content().pubStatus());
    }

    /** Where the article came from. */
    static Provenance provenance(ArticleIngested item) {
        return new Provenance(
                item.source().id(),
                text(item.source().name()),
                item.item(),
                item.itemRevision(),
                text(item.content().version()),
                text(item.rawSha256()),
                address(item.content().url()));
    }

    /** What the article says. */
    static Content content(ArticleIngested item) {
        ItemContent read = item.content();
        ItemText texts = ItemText.of(read);
        return new Content(
                language(read.language()),
                Kind.REPRINT,
                headline(read),
                texts.standfirst(),
                item.routing() == null ? null : text(item.routing().section()),
                tags(item),
                List.of(),
                subjects(read.subjects()),
                null,
                ItemProposals.of(read, MAIN_PART),
                null,
                parts(item, texts.body()),
                List.of(),
                read.embargoedUntil());
    }

    /** What the source calls it, and what rules add. */
    private static List<String> tags(ArticleIngested item) {
        List<String> routed = item.routing() == null ? List.of() : words(item.routing().tags());
        return Stream.concat(words(item.content().keywords()).stream(), routed.stream())
                .distinct()
                .toList();
    }

    private static String headline(ItemContent read) {
        return Stream.of(read.headline(), read.slugline())
                .map(ItemReading::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static List<Part> parts(ArticleIngested item, String body) {
        List<Part> parts = new ArrayList<>();
        parts.add(reprint(item, body));
        parts.addAll(ItemPictures.notIn(body, item.content().media()));
        return parts;
    }

    private static Part reprint(ArticleIngested item, String body) {
        ItemContent read = item.content();
        return new Part.Reprint(
                MAIN_PART,
                null,
                read.partial(),
                dateline(read.dateline()),
                attribution(item),
                rights(read, item.rights()),
                body);
    }

    /** What the item says of its terms counts before what the source's record says of all. */
    private static Rights rights(ItemContent read, SourceRights record) {
        String terms = text(read.usageTerms());
        if (record == null) {
            return terms == null ? null : new Rights(terms, null, null);
        }
        Rights rights =
                new Rights(
                        terms == null ? text(record.usageTerms()) : terms,
                        text(record.copyrightHolder()),
                        text(record.copyrightNotice()));
        return rights.equals(new Rights(null, null, null)) ? null : rights;
    }

    private static Attribution attribution(ArticleIngested item) {
        ItemContent read = item.content();
        List<String> authors = words(read.authors());
        return new Attribution(
                text(item.source().name()),
                authors.isEmpty() ? text(read.byline()) : String.join(", ", authors),
                address(read.url()),
                read.firstCreated() == null
                        ? null
                        : read.firstCreated().atOffset(ZoneOffset.UTC).toLocalDate(),
                language(read.language()),
                null,
                null,
                null);
    }

    private static Dateline dateline(Dateline read) {
        return read == null
                ? null
                : new Dateline(
                        text(read.place()), read.date(), text(read.agency()), text(read.text()));
    }

    private static List<Subject> subjects(List<Subject> read) {
        return Stream.ofNullable(read)
                .flatMap(List::stream)
                .map(s -> new Subject(text(s.scheme()), text(s.code()), text(s.name())))
                .filter(s -> s.code() != null || s.name() != null)
                .toList();
    }

    private static List<String> words(List<String> read) {
        return Stream.ofNullable(read)
                .flatMap(List::stream)
                .map(ItemReading::text)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String language(String read) {
        return Optional.ofNullable(text(read)).flatMap(LanguageTag::parse).orElse(null);
    }

    /** What is no web address is not repeated; the item keeps it. */
    static String address(String read) {
        return Optional.ofNullable(text(read)).flatMap(WebAddress::parse).orElse(null);
    }

    /** Text that can be stored, without white space around it; null where there is none. */
    static String text(String read) {
        return PlainText.orNull(SoundText.sound(read));
    }
}
