package galley.ingest.wordpress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

import galley.ingest.format.ElementLimit;

/**
 * Puts HTML in the place of the shortcodes that WordPress itself defines: a figure for a caption,
 * an embed for a player. Any other word in brackets stays, for editors write in brackets too.
 */
final class Shortcodes {
    private static final Pattern SHORTCODE =
            Pattern.compile(
                    "\\[(/?)(caption|wp_caption|gallery|playlist|audio|video|embed)\\b"
                            + "([^\\[\\]]*)]");
    private static final Pattern IDS = Pattern.compile("\\bids=[\"']?([\\d,\\s]+)");
    private static final Pattern CAPTION = Pattern.compile("\\bcaption=(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>\\[\\]]+");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final String text;
    private final StringBuilder html = new StringBuilder();
    private final List<String> galleries = new ArrayList<>();

    private Shortcodes(String text) {
        this.text = text;
    }

    /** With the shortcodes of a text resolved. */
    static Shortcodes of(String text) {
        var shortcodes = new Shortcodes(text);
        shortcodes.resolve();
        return shortcodes;
    }

    /** The text as HTML. */
    String html() {
        return html.toString();
    }

    /** The numbers of the attachments that galleries show. */
    List<String> galleries() {
        return galleries;
    }

    private void resolve() {
        var codes = SHORTCODE.matcher(text);
        int at = 0;
        while (codes.find(at)) {
            html.append(text, at, codes.start());
            at = codes.group(1).isEmpty() ? afterOpening(codes) : codes.end();
        }
        html.append(text, at, text.length());
    }

    /** Deals with a shortcode and with what it encloses; the answer is where the text goes on. */
    private int afterOpening(Matcher code) {
        var name = code.group(2);
        var attributes = code.group(3);
        return switch (name) {
            case "gallery", "playlist" -> {
                var ids = IDS.matcher(attributes);
                if (ids.find()) {
                    COMMA.splitAsStream(ids.group(1).strip()).forEach(galleries::add);
                }
                yield code.end();
            }
            case "audio", "video" -> {
                appendEmbed(attributes);
                yield code.end();
            }
            default -> {
                var closing = "[/" + name + "]";
                int end = text.indexOf(closing, code.end());
                if (end < 0) {
                    html.append(text, code.end(), text.length());
                    yield text.length();
                }
                var inside = text.substring(code.end(), end);
                if (name.equals("embed")) {
                    appendEmbed(inside);
                } else {
                    appendFigure(inside, attributes);
                }
                yield end + closing.length();
            }
        };
    }

    private void appendEmbed(String holder) {
        var address = ADDRESS.matcher(holder);
        if (address.find()) {
            var source = Entities.escape(address.group());
            html.append("<iframe src=\"").append(source).append("\"></iframe>");
        }
    }

    /** Only a single picture, possibly linked, can be told from its caption. */
    private void appendFigure(String inside, String attributes) {
        var body = Jsoup.parseBodyFragment(ElementLimit.html(inside)).body();
        body.ownerDocument().outputSettings().prettyPrint(false);
        var pictures = body.select("img");
        if (pictures.size() != 1) {
            html.append(inside);
            return;
        }
        var picture = pictures.first();
        var figure = picture.parent().nameIs("a") ? picture.parent() : picture;
        figure.remove();
        var caption = body.html().strip();
        html.append("<figure>").append(figure.outerHtml());
        html.append("<figcaption>");
        html.append(caption.isEmpty() ? captionIn(attributes) : caption);
        html.append("</figcaption></figure>");
    }

    private static String captionIn(String attributes) {
        var caption = CAPTION.matcher(attributes);
        if (!caption.find()) {
            return "";
        }
        return caption.group(1) != null ? caption.group(1) : caption.group(2);
    }
}
