package galley.publish.html;

import java.util.List;
import java.util.function.UnaryOperator;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jsoup.nodes.Element;

import galley.events.Article;
import galley.publish.text.Pictures;

/** An article's parts as HTML. */
public final class ArticleHtml {
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

    private static List<PartView> views(
            Article article, UnaryOperator<Element> change, UnaryOperator<String> address) {
        return article.parts().stream().map(part -> PartView.of(part, change, address)).toList();
    }

    @CheckedTemplate(basePath = "article")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance parts(List<PartView> parts);
    }
}
