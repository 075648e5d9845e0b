package galley.publish.plaintext;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import galley.events.Article;
import galley.events.Correction;
import galley.events.MediaKind;
import galley.events.Part;
import galley.events.Person;
import galley.events.Rights;
import galley.kit.html.Blocks;
import galley.publish.document.Published;
import galley.publish.html.ArticleHtml;
import galley.publish.html.DayView;
import galley.publish.site.Addresses;
import galley.publish.text.Datelines;

/**
 * Writes an article as text: paragraphs with an empty line between them, addresses in angle
 * brackets behind the words that lead to them, one line for each thing that is said about a part.
 */
public final class PlainArticle {
    private static final String PARAGRAPH = "\n\n";

    private final Published published;
    private final List<String> paragraphs = new ArrayList<>();

    private PlainArticle(Published published) {
        this.published = published;
    }

    /** The whole article, from its headline to its address; ends with a line break. */
    public static String of(Published published) {
        var text = new PlainArticle(published);
        text.addHead();
        published.article().parts().forEach(text::add);
        text.addFoot();
        return text.toString() + "\n";
    }

    /** The words of the parts alone, each with what is said about it. */
    public static String body(Published published) {
        var text = new PlainArticle(published);
        published.article().parts().forEach(text::add);
        return text.toString();
    }

    /** The words of one part, with what is said about it. */
    public static String body(Published published, Part part) {
        var text = new PlainArticle(published);
        text.add(part);
        return text.toString();
    }

    /** Who wrote a reprint and where it came from, one line for each; addresses in brackets. */
    public static List<String> attribution(Part.Reprint reprint) {
        return Jsoup.parseBodyFragment(ArticleHtml.attribution(reprint)).select("p").stream()
                .map(TextBlocks::inline)
                .toList();
    }

    private void addHead() {
        var article = published.article();
        paragraph(published.headline());
        paragraph(article.standfirst());
        var by = article.bylines().isEmpty() ? null : String.join(", ", article.bylines());
        paragraph(lines(by, published.publisher().name() + ", " + days(article)));
    }

    private static String days(Article article) {
        var first = DayView.of(article.publishedAt()).text();
        return article.version() == 1
                ? first
                : first + "; updated " + DayView.of(article.updatedAt()).text();
    }

    private void addFoot() {
        for (Correction correction : published.article().corrections().reversed()) {
            paragraph(
                    "Correction, %s: %s"
                            .formatted(DayView.of(correction.at()).text(), correction.note()));
        }
        paragraph(rights(published.article().rights()));
        paragraph(published.address());
    }

    private void add(Part part) {
        switch (part) {
            case Part.Introduction it -> blocks(Blocks.of(it.body()));
            case Part.Original it -> {
                paragraph(it.headline());
                blocks(Blocks.of(it.body()));
            }
            case Part.Reprint it -> {
                paragraph(it.headline());
                paragraph(String.join("\n", attribution(it)));
                blocks(Datelines.before(it));
                paragraph(rights(it.rights()));
            }
            case Part.Media it -> paragraph(media(it));
            case Part.People it ->
                    paragraph(
                            it.people().stream()
                                    .map(person -> "- " + person(person))
                                    .collect(Collectors.joining("\n")));
        }
    }

    private void blocks(Element body) {
        paragraph(TextBlocks.of(body));
    }

    private String media(Part.Media it) {
        var address =
                it.picture() == null
                        ? it.url()
                        : published.absolute().apply(Addresses.picturePath(it.picture().hash()));
        var what =
                it.provider() == null ? name(it.kind()) : name(it.kind()) + " at " + it.provider();
        return lines(
                "[" + what + "]" + (address == null ? "" : " <" + address + ">"),
                it.alt(),
                it.caption(),
                it.credit());
    }

    private static String name(MediaKind kind) {
        return switch (kind) {
            case VIDEO -> "Video";
            case AUDIO -> "Recording";
            case IMAGE -> "Picture";
            case DOCUMENT -> "Document";
            case null -> "Attachment";
        };
    }

    private static String person(Person it) {
        var line =
                Stream.of(it.name(), it.role(), it.affiliation())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        return it.url() == null ? line : line + " <" + it.url() + ">";
    }

    private static String rights(Rights it) {
        if (it == null) {
            return null;
        }
        boolean holderAlone = it.copyrightNotice() == null && it.copyrightHolder() != null;
        return lines(
                holderAlone ? "© " + it.copyrightHolder() : it.copyrightNotice(), it.usageTerms());
    }

    private static String lines(String... lines) {
        return Stream.of(lines)
                .filter(line -> line != null && !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private void paragraph(String text) {
        if (text != null && !text.isBlank()) {
            paragraphs.add(text.strip());
        }
    }

    @Override
    public String toString() {
        return String.join(PARAGRAPH, paragraphs);
    }
}
