package galley.publish.text;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.events.Article;
import galley.events.Part;
import galley.events.TeaserBreak;
import galley.kit.html.Blocks;

/** The beginning of an article, as a list page shows it. */
public final class Teaser {
    private Teaser() {}

    /**
     * Cuts an article at the break that an editor has chosen; where there is none, or it names a
     * part that is no longer there, after the first block with words in it.
     *
     * @return safe HTML without pictures from elsewhere; empty when nothing stands before the break
     */
    public static String of(Article article) {
        return html(article, Pictures::linked);
    }

    /** The same for places that have no style sheet and may load pictures. */
    public static String forSyndication(Article article) {
        return html(article, Pictures::withEmbedsLinked);
    }

    /** The same as {@link #of}, as blocks for those who do something with them. */
    public static List<Element> blocks(Article article) {
        return stream(article).map(Pictures::linked).toList();
    }

    private static String html(Article article, UnaryOperator<Element> change) {
        return stream(article).map(change).map(Element::outerHtml).collect(Collectors.joining());
    }

    private static Stream<Element> stream(Article article) {
        var cut = article.teaserBreak();
        boolean chosen =
                cut != null
                        && article.parts().stream().anyMatch(part -> part.id().equals(cut.part()));
        return chosen ? before(cut, article.parts()) : first(article.parts());
    }

    private static Stream<Element> before(TeaserBreak cut, List<Part> parts) {
        var whole = parts.stream().takeWhile(part -> !part.id().equals(cut.part()));
        var last = parts.stream().filter(part -> part.id().equals(cut.part())).limit(1);
        return Stream.concat(
                whole.flatMap(part -> blocks(part).stream()),
                last.flatMap(part -> blocks(part).stream().limit(cut.block())));
    }

    private static Stream<Element> first(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> blocks(part).stream())
                .filter(Element::hasText)
                .limit(1);
    }

    private static List<Element> blocks(Part part) {
        return switch (part) {
            case Part.Introduction introduction -> Blocks.of(introduction.body()).children();
            case Part.Original original -> Blocks.of(original.body()).children();
            case Part.Reprint reprint -> Datelines.before(reprint).children();
            case Part.Media _, Part.People _ -> List.of();
        };
    }
}
