package galley.publish.page;

import java.util.List;

/**
 * A page that lists articles.
 *
 * @param heading what is listed, or null on the front page
 * @param path the page's own, without the place in the list
 * @param newer the address of the page with newer ones, or null
 * @param older the address of the page with older ones, or null
 * @param first whether it is the start of the list
 */
public record ListPage(
        Heading heading,
        Navigation navigation,
        String path,
        List<ListedArticle> articles,
        String newer,
        String older,
        boolean first) {

    /**
     * What the articles have in common.
     *
     * @param kicker what sort of thing it is, in the site's words; or null
     * @param title its name
     * @param description a sentence about it, or null
     * @param language BCP 47, of title and description; or null
     */
    public record Heading(String kicker, String title, String description, String language) {}
}
