package galley.publish.nitf;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import galley.events.Dateline;
import galley.events.MediaKind;
import galley.events.Part;
import galley.events.Person;
import galley.events.Rights;
import galley.kit.html.Blocks;
import galley.publish.document.Published;
import galley.publish.document.XmlNode;
import galley.publish.html.ArticleHtml;
import galley.publish.site.Addresses;
import galley.publish.text.Pictures;

/** Writes a part of an article as a block of a document's content. */
final class NitfBlock {
    private final Published published;
    private final XmlNode content;

    NitfBlock(Published published, XmlNode content) {
        this.published = published;
        this.content = content;
    }

    void add(Part part) {
        switch (part) {
            case Part.Introduction it -> text(block(it, "introduction"), null, it.body());
            case Part.Original it -> text(block(it, "original"), it.headline(), it.body());
            case Part.Reprint it -> reprint(block(it, "reprint"), it);
            case Part.Media it -> media(block(it, "media"), it);
            case Part.People it -> people(block(it, "people"), it);
        }
    }

    /** The schema's ids begin with a letter; those of parts need not. */
    private XmlNode block(Part part, String type) {
        var id = part.id() != null && part.id().matches("[A-Za-z_][\\w.-]*") ? part.id() : null;
        return content.child("block", "id", id, "class", type);
    }

    private static void text(XmlNode block, String headline, String body) {
        block.line("hl2", headline);
        NitfText.addBlocks(Pictures.withEmbedsLinked(Blocks.of(body)), block);
    }

    /** The schema has an order: who, from where, whose, and then the text. */
    private void reprint(XmlNode block, Part.Reprint it) {
        var lines = Jsoup.parseBodyFragment(ArticleHtml.attribution(it)).body();
        if (it.attribution() != null && it.attribution().author() != null) {
            block.child("byline").text("By ").line("person", it.attribution().author());
        }
        if (it.dateline() != null && published.wireDateline().isEmpty()) {
            dateline(block, it.dateline());
        }
        if (it.rights() != null) {
            copyright(block, it.rights());
        }
        block.line("hl2", it.headline());
        for (Element line : lines.select("p.attribution")) {
            NitfText.addText(line, block.child("p", "class", "attribution"));
        }
        NitfText.addBlocks(Pictures.withEmbedsLinked(Blocks.of(it.body())), block);
    }

    /** The words as they stand, with marks at the place and the date where they are among them. */
    static void dateline(XmlNode parent, Dateline it) {
        var words = Objects.requireNonNullElse(it.text(), "");
        if (words.isBlank()) {
            words =
                    Stream.of(it.place(), it.date(), it.agency())
                            .filter(Objects::nonNull)
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        var dateline = parent.child("dateline");
        int at = it.place() == null ? -1 : words.indexOf(it.place());
        if (at >= 0) {
            dateline.text(words.substring(0, at));
            dateline.child("location").line("city", it.place());
            words = words.substring(at + it.place().length());
        }
        if (it.date() == null) {
            dateline.text(words);
        } else {
            var filed = it.date().atStartOfDay(ZoneOffset.UTC).toInstant();
            dateline.child("story.date", "norm", NitfDocuments.norm(filed)).text(words);
        }
    }

    private static void copyright(XmlNode block, Rights it) {
        var words =
                Stream.of(
                                it.copyrightNotice() == null && it.copyrightHolder() != null
                                        ? "© " + it.copyrightHolder()
                                        : it.copyrightNotice(),
                                it.usageTerms())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(". "));
        block.line("copyrite", words);
    }

    private void media(XmlNode block, Part.Media it) {
        var address =
                it.picture() == null
                        ? it.url()
                        : published.absolute().apply(Addresses.picturePath(it.picture().hash()));
        if (address == null) {
            // the schema wants a reference, and there is nothing to refer to
            block.line("p", it.alt());
            block.line("p", it.caption());
            block.line("p", it.credit());
            return;
        }
        var media = block.child("media", "media-type", type(it.kind()));
        boolean kept = it.picture() != null;
        media.child(
                "media-reference",
                "source",
                address,
                "name",
                it.provider(),
                "mime-type",
                kept ? it.picture().type() : null,
                "source-credit",
                it.credit(),
                "alternate-text",
                it.alt(),
                "width",
                kept ? Integer.toString(it.picture().width()) : null,
                "height",
                kept ? Integer.toString(it.picture().height()) : null);
        media.line("media-caption", it.caption());
        media.line("media-producer", it.credit());
    }

    private static String type(MediaKind kind) {
        return switch (kind) {
            case VIDEO, AUDIO, IMAGE -> kind.name().toLowerCase(Locale.ROOT);
            case DOCUMENT -> "text";
            case null -> "other";
        };
    }

    private static void people(XmlNode block, Part.People it) {
        if (it.people().isEmpty()) {
            return;
        }
        var list = block.child("ul");
        it.people().forEach(person -> person(list.child("li"), person));
    }

    private static void person(XmlNode line, Person it) {
        var name = it.url() == null ? line : line.child("a", "href", it.url());
        name.line("person", it.name());
        if (it.role() != null) {
            line.text(", ").line("function", it.role());
        }
        if (it.affiliation() != null) {
            line.text(", ").line("org", it.affiliation());
        }
    }
}
