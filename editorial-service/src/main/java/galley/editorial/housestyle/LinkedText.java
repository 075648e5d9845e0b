package galley.editorial.housestyle;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A paragraph as it is written: plain, and as HTML in which nothing but links is markup. */
final class LinkedText {
    private final Element paragraph = Document.createShell("").body().appendElement("p");

    LinkedText() {
        // pretty-printing would add and drop white space
        paragraph.ownerDocument().outputSettings().prettyPrint(false);
    }

    void add(String words) {
        paragraph.appendText(words);
    }

    /** Adds words that lead somewhere; null leads nowhere. */
    void add(String words, String address) {
        if (address == null) {
            add(words);
        } else {
            paragraph.appendElement("a").attr("href", address).text(words);
        }
    }

    String text() {
        return paragraph.wholeText();
    }

    String html() {
        return paragraph.outerHtml();
    }
}
