package galley.ingest.format;

import java.util.regex.Pattern;

import org.jsoup.Jsoup;

import galley.kit.html.SafeHtml;

/** Tells a teaser from a whole text by the way it ends. */
public final class Teaser {
    private static final int TAIL = 200;
    private static final Pattern MORE =
            Pattern.compile(
                    "(?i)(\\[\\s*(…|\\.\\.\\.)\\s*]"
                            + "|(^|\n|…|\\.\\.\\.)\\s*((continue|keep) reading"
                            + "|read (more|the rest|the full)|weiterlesen|mehr lesen"
                            + "|lire la suite|poursuivre la lecture)\\b[^\n]*)[\\s→»›>]*$");
    private static final String MORE_LINK = "a[class*=more-link], a[class*=read-more]";

    private Teaser() {}

    /** Whether the HTML, as the source wrote it, ends in an invitation to read on elsewhere. */
    public static boolean isTeaser(String html) {
        if (!Jsoup.parseBodyFragment(html).select(MORE_LINK).isEmpty()) {
            return true;
        }
        var text = SafeHtml.toText(html);
        return MORE.matcher(text.substring(Math.max(0, text.length() - TAIL))).find();
    }
}
