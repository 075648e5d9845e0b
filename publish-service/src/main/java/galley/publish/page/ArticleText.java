package galley.publish.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jsoup.nodes.Element;

import galley.events.Article;
import galley.events.Kind;
import galley.events.Part;
import galley.kit.html.Blocks;
import galley.publish.text.Datelines;
import galley.publish.text.EditorsMarks;
import galley.publish.text.Interview;
import galley.publish.text.Outline;
import galley.publish.text.Outline.Heading;
import galley.publish.text.Pictures;

/** Makes an article's parts ready for its page, and the list of what stands in them. */
final class ArticleText {
    /** Those that the page's own elements have. */
    private static final Set<String> PAGE_IDS = Set.of("content", "contents", "corrections");

    private static final int MANY_HEADINGS = 4;
    private static final int LONG = 6_000;
    private static final int MANY_TEXTS = 3;

    private final Article article;
    private final Site site;
    private final Set<String> ids = new HashSet<>(PAGE_IDS);
    private final List<PartOnPage> parts = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private int headlines;
    private int characters;

    private ArticleText(Article article, Site site) {
        this.article = article;
        this.site = site;
        article.parts().forEach(part -> ids.add(String.valueOf(part.id())));
    }

    /** Reads an article. */
    static ArticleText of(Article article, Site site) {
        var text = new ArticleText(article, site);
        article.parts().forEach(text::add);
        return text;
    }

    /** The parts in their order. */
    List<PartOnPage> parts() {
        return parts;
    }

    /** The headings of a long text, or of several; empty where a reader needs no list of them. */
    List<Heading> contents() {
        boolean several = headlines >= MANY_TEXTS;
        boolean isLong = headings.size() >= MANY_HEADINGS && characters >= LONG;
        return several || isLong ? headings : List.of();
    }

    private void add(Part part) {
        parts.add(
                switch (part) {
                    case Part.Introduction it ->
                            PartOnPage.text(
                                    "introduction",
                                    it.id(),
                                    null,
                                    body(Blocks.of(it.body()), it.id(), null));
                    case Part.Original it ->
                            PartOnPage.text(
                                    "original",
                                    it.id(),
                                    it.headline(),
                                    body(Blocks.of(it.body()), it.id(), it.headline()));
                    case Part.Reprint it ->
                            PartOnPage.reprint(
                                    it.id(),
                                    it.headline(),
                                    AttributionLine.of(it, article.language(), site),
                                    it.rights(),
                                    body(reprinted(it), it.id(), it.headline()));
                    case Part.Media it ->
                            PartOnPage.media(it.id(), MediaOnPage.of(it, parts.size() < 2));
                    case Part.People it -> PartOnPage.people(it.id(), it.people());
                });
    }

    private Element reprinted(Part.Reprint it) {
        return EditorsMarks.marked(Datelines.before(it), site.say("editors-mark"));
    }

    private String body(Element body, String id, String headline) {
        Pictures.linked(body);
        if (article.kind() == Kind.INTERVIEW) {
            Interview.marked(body);
        }
        wide(body);
        int highest = 2;
        if (headline != null) {
            headings.add(new Heading(2, id, headline));
            headlines++;
            highest = 3;
        }
        headings.addAll(Outline.mark(body, highest, id, ids));
        characters += body.text().length();
        return body.html();
    }

    /** What may be wider than a narrow screen can be moved there, with keys too. */
    private void wide(Element body) {
        for (Element table : body.select("table")) {
            if (table.closest(".scroll") == null) {
                table.wrap("<div class=\"scroll\" role=\"region\" tabindex=\"0\"></div>");
                table.parent().attr("aria-label", site.say("table"));
            }
        }
        body.select("pre").attr("tabindex", "0");
    }
}
