package galley.publish.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import galley.events.Article;
import galley.publish.edition.Entry;
import galley.publish.text.Headlines;

/** An article as schema.org's NewsArticle (JSON-LD), as far as search engines read it. */
final class ArticleData {
    private ArticleData() {}

    /**
     * The JSON for the page's head. In it a less-than sign is written as an escape, so that nothing
     * in it ends the element that it stands in.
     *
     * @param url the absolute address of the page
     * @param image the absolute address of a picture, or null
     */
    static String of(Entry entry, String description, String url, String image) {
        Article article = entry.article();
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("@context", "https://schema.org")
                .put("@type", "NewsArticle")
                .put("headline", Headlines.of(article))
                .put("url", url)
                .put("mainEntityOfPage", url)
                .put("datePublished", entry.publishedAt().toString())
                .put("dateModified", entry.updatedAt().toString());
        if (!description.isEmpty()) {
            data.put("description", description);
        }
        if (article.language() != null) {
            data.put("inLanguage", article.language());
        }
        if (article.section() != null) {
            data.put("articleSection", article.section());
        }
        if (image != null) {
            data.putArray("image").add(image);
        }
        article.tags().forEach(data.withArrayProperty("keywords")::add);
        var authors = data.putArray("author");
        article.bylines()
                .forEach(name -> authors.addObject().put("@type", "Person").put("name", name));
        return data.toString().replace("<", "\\u003c");
    }
}
