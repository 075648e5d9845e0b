package galley.publish.html;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jsoup.nodes.Element;

import galley.events.Article;
import galley.events.Attribution;
import galley.events.Part;
import galley.publish.text.Pictures;

/** An article's parts as HTML. */
public final class ArticleHtml {
    private static final Attribution NOTHING_KNOWN =
            new Attribution(null, null, null, null, null, null, null, null);

    private ArticleHtml() {}

    /** The parts for a page of this site, which loads nothing from anyone else. */
    public static List<PartView> forPage(Article article) {
        return views(article, Pictures::linked, UnaryOperator.identity());
    }

    /**
     * The parts as one piece of HTML for feeds and the public topic: the same templates as the page
     * has, pictures left in.
     *
     * @param absolute makes the address of a path of this site
     */
    public static String forSyndication(Article article, UnaryOperator<String> absolute) {
        return Templates.parts(views(article, Pictures::withEmbedsLinked, absolute))
                .render()
                .strip();
    }

    /**
     * Who wrote a reprint and where it came from: paragraphs of the classes {@code author} and
     * {@code attribution}, each at most once.
     */
    public static String attribution(Part.Reprint reprint) {
        if (reprint.attribution() == null && !reprint.excerpt()) {
            return "";
        }
        var known = Objects.requireNonNullElse(reprint.attribution(), NOTHING_KNOWN);
        return Templates.attribution(AttributionView.of(known), reprint.excerpt())
                .render()
                // what the template puts on lines of its own
                .replaceAll("\\s*\\n\\s*", " ")
                .replaceAll("(<p[^>]*>) | (</p>)", "$1$2")
                .strip();
    }

    private static List<PartView> views(
            Article article, UnaryOperator<Element> change, UnaryOperator<String> address) {
        return article.parts().stream().map(part -> PartView.of(part, change, address)).toList();
    }

    @CheckedTemplate(basePath = "article")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance parts(List<PartView> parts);

        static native TemplateInstance attribution(AttributionView attribution, boolean excerpt);
    }
}
