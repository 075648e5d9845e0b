package galley.ingest.format;

import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Tells a teaser from a whole text by the way it ends. */
public final class Teaser {
    private static final int TAIL = 200;
    private static final String INVITATION =
            "((continue|keep) reading|read (more|the rest|the full)|weiterlesen|mehr lesen"
                    + "|lire la suite|poursuivre la lecture)\\b";
    private static final Pattern MORE =
            Pattern.compile(
                    "(?i)(\\[\\s*(…|\\.\\.\\.)\\s*]|(^|\n|…|\\.\\.\\.)\\s*"
                            + INVITATION
                            + "[^\n]*)[\\s→»›>]*$");
    private static final Pattern INVITING = Pattern.compile("(?i)[\\s\\[(]*" + INVITATION);
    private static final List<String> MORE_CLASSES = List.of("more-link", "read-more");
    private static final String MORE_LINK = "a[class*=more-link], a[class*=read-more]";

    private Teaser() {}

    /**
     * Whether a text ends in an invitation to read on elsewhere.
     *
     * @param html as the source wrote it
     * @param text the same as plain text, a line for each block
     */
    public static boolean isTeaser(String html, String text) {
        var tail = text.substring(Math.max(0, text.length() - TAIL));
        if (MORE.matcher(tail).find()) {
            return true;
        }
        if (MORE_CLASSES.stream().noneMatch(html::contains) && !INVITING.matcher(tail).find()) {
            return false;
        }
        var body = Jsoup.parseBodyFragment(html).body();
        return !body.select(MORE_LINK).isEmpty() || endsInInvitingLink(body);
    }

    /** Wherever in a line a link stands that says so: it leads to what is not here. */
    private static boolean endsInInvitingLink(Element body) {
        var last = body.select("a[href]").last();
        return last != null
                && INVITING.matcher(last.text()).lookingAt()
                && body.text().endsWith(last.text());
    }
}
