package galley.publish.feed;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import galley.events.Article;
import galley.publish.text.Teaser;

/** The HTML of an entry: it stands far from its page, so that no address in it is relative. */
final class FeedHtml {
    private static final List<String> ADDRESSES = List.of("href", "src", "cite");

    private FeedHtml() {}

    /**
     * HTML with absolute addresses.
     *
     * @param html safe HTML
     * @param url the absolute address of the page that it is of
     */
    static String standalone(String html, String url) {
        return absolute(html, url).body().html();
    }

    /**
     * The beginning of an article, saying that it is that, and a link to the rest.
     *
     * @param url the absolute address of the page
     */
    static String teaser(Article article, String title, String url) {
        var body = absolute(Teaser.forSyndication(article), url).body();
        var rest = new Element("a").attr("href", url).appendText("Continue reading ");
        rest.appendElement("cite").text(title);
        body.appendElement("p")
                .attr("lang", "en")
                .appendText("This is the beginning of the article. ")
                .appendChild(rest);
        return body.html();
    }

    private static Document absolute(String html, String url) {
        var document = Jsoup.parseBodyFragment(html, url);
        // pretty-printing would add and drop white space, which in a text has a meaning
        document.outputSettings().prettyPrint(false);
        for (String name : ADDRESSES) {
            for (Element element : document.select("[" + name + "]")) {
                element.attr(name, element.absUrl(name));
            }
        }
        return document;
    }
}
