package galley.publish.text;

import java.util.List;

import org.jsoup.nodes.Element;

/**
 * What a body shows from elsewhere: pictures, and the recordings and frames that the sanitizer left
 * as {@code data-embed}. Both become links. On a page they have no text: they stand in the middle
 * of the text, whose words stay as they came, and the style sheet shows their titles.
 */
public final class Pictures {
    private static final String EMBED = "data-embed";

    private Pictures() {}

    /**
     * Makes links of everything from elsewhere, since a page must not make its reader's browser ask
     * anyone else. The element is changed and answered.
     */
    public static Element linked(Element body) {
        for (Element picture : List.copyOf(body.select("img"))) {
            var alt = picture.attr("alt").isBlank() ? "Picture" : picture.attr("alt");
            picture.replaceWith(link(picture, picture.attr("src"), alt).addClass("picture"));
        }
        for (Element place : body.select("[" + EMBED + "]")) {
            var address = place.attr(EMBED);
            place.prependChild(link(place, address, embedTitle(address)).addClass("embed"));
            place.removeAttr(EMBED);
        }
        return body;
    }

    /**
     * Makes links with a text of the embeds alone, for places that have no style sheet and may load
     * pictures. The element is changed and answered.
     */
    public static Element withEmbedsLinked(Element body) {
        for (Element place : body.select("[" + EMBED + "]")) {
            var address = place.attr(EMBED);
            place.prependElement("a").attr("href", address).text(embedTitle(address));
            place.removeAttr(EMBED);
        }
        return body;
    }

    private static Element link(Element place, String address, String title) {
        // a link within a link is not allowed, and the outer one is the author's
        return place.closest("a") == null
                ? new Element("a")
                        .attr("href", address)
                        .attr("title", title)
                        .attr("aria-label", title)
                : new Element("span")
                        .attr("role", "img")
                        .attr("title", title)
                        .attr("aria-label", title);
    }

    private static String embedTitle(String address) {
        return "See at " + address.replaceFirst("(?i)^https?://([^/?#]+).*", "$1");
    }
}
