package galley.publish.page;

import java.util.Locale;

import galley.events.Part;

/**
 * A picture, a recording or a document on a page. What is elsewhere is a link: nothing is loaded
 * from there before somebody follows it.
 *
 * @param kind image, video, audio or document
 * @param url where the link leads, or null
 * @param host whose address that is, or null
 * @param picture what this site shows of it, or null
 * @param first whether it stands where a reader sees it at once
 */
public record MediaOnPage(
        String kind,
        String url,
        String host,
        String provider,
        PictureOnPage picture,
        String caption,
        String credit,
        String alt,
        boolean first) {

    static MediaOnPage of(Part.Media media, boolean first) {
        return new MediaOnPage(
                media.kind() == null ? "document" : media.kind().name().toLowerCase(Locale.ROOT),
                media.url(),
                host(media.url()),
                media.provider(),
                media.picture() == null ? null : PictureOnPage.of(media.picture(), media.alt()),
                media.caption(),
                media.credit(),
                media.alt(),
                first);
    }

    private static String host(String url) {
        return url == null ? null : url.replaceFirst("(?i)^https?://(?:www\\.)?([^/?#:]+).*", "$1");
    }
}
