package galley.publish.text;

import java.util.List;

import org.jsoup.nodes.Element;

/**
 * Pictures from elsewhere. A page must not make its reader's browser ask anyone else, so a picture
 * becomes a link to it. The link has no text: it stands in the middle of the text, whose words stay
 * as they came; the style sheet shows its title.
 */
public final class Pictures {
    private Pictures() {}

    /** Replaces every picture in the element, which is changed and answered. */
    public static Element linked(Element body) {
        for (Element picture : List.copyOf(body.select("img"))) {
            picture.replaceWith(link(picture));
        }
        return body;
    }

    private static Element link(Element picture) {
        var alt = picture.attr("alt").isBlank() ? "Picture" : picture.attr("alt");
        // a link within a link is not allowed, and the outer one is the author's
        boolean withinLink = picture.closest("a") != null;
        var link = new Element(withinLink ? "span" : "a").addClass("picture").attr("title", alt);
        if (withinLink) {
            link.attr("role", "img");
        } else {
            link.attr("href", picture.attr("src"));
        }
        return link.attr("aria-label", alt);
    }
}
