package galley.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.parser.Parser;

import galley.events.Article;
import galley.events.Part;
import galley.events.Person;

/**
 * The words of an article as they came, to be found again on its page: every tag counts as a break
 * between words, and what is no letter or digit does not count.
 */
final class SourceText {
    private static final Pattern BLOCK =
            Pattern.compile(
                    "(?i)</?(?:p|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|div|table|tr|td|th|figure"
                            + "|figcaption|br|hr|pre|section|article)\\b[^>]*>");
    private static final Pattern HEAD = Pattern.compile("(?is)<(script|style|head)\\b.*?</\\1>");
    private static final Pattern TAG = Pattern.compile("<[^>]+>");
    private static final Pattern NO_WORD =
            Pattern.compile("[^\\p{L}\\p{N}_]+", Pattern.UNICODE_CHARACTER_CLASS);

    private SourceText() {}

    /** The blocks of text of an article, in order. */
    static List<String> blocks(Article article) {
        var blocks = new ArrayList<String>();
        for (Part part : article.parts()) {
            texts(part)
                    .flatMap(text -> BLOCK.splitAsStream(text))
                    .map(SourceText::plain)
                    .filter(text -> !text.isEmpty())
                    .forEach(blocks::add);
        }
        return blocks;
    }

    /** The words of a page. */
    static String plain(String html) {
        var words = TAG.matcher(HEAD.matcher(html).replaceAll(" ")).replaceAll(" ");
        return NO_WORD.matcher(Parser.unescapeEntities(words, false))
                .replaceAll(" ")
                .strip()
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static Stream<String> texts(Part part) {
        return switch (part) {
            case Part.Introduction it -> Stream.of(it.body());
            case Part.Original it ->
                    Stream.concat(Stream.ofNullable(it.headline()), Stream.of(it.body()));
            case Part.Reprint it ->
                    Stream.concat(Stream.ofNullable(it.headline()), Stream.of(body(it)));
            case Part.Media it ->
                    Stream.of(it.alt(), it.caption(), it.credit()).filter(text -> text != null);
            case Part.People it -> it.people().stream().map(SourceText::person);
        };
    }

    /** In the source the dateline stood within the first paragraph. */
    private static String body(Part.Reprint it) {
        return it.dateline() == null
                ? it.body()
                : it.body().replaceFirst("<p>", "<p>" + it.dateline().text() + " ");
    }

    private static String person(Person it) {
        return String.join(
                ", ",
                Stream.of(it.name(), it.role(), it.affiliation())
                        .filter(text -> text != null)
                        .toList());
    }
}
