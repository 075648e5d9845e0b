package galley.publish.ready;

import java.util.List;

import galley.events.Article;

/** Where an article that is the only one is read. */
final class Doors {
    private Doors() {}

    /** An address of each kind: itself and what lists it, for programs and for readers. */
    static List<String> of(Article article) {
        return List.of(
                "/v1/articles/" + article.id(),
                "/articles/" + article.slug(),
                "/v1/articles",
                "/",
                "/feeds/atom.xml");
    }
}
