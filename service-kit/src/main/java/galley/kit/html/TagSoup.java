package galley.kit.html;

import org.jsoup.nodes.Document;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.TagSet;

/** Reads HTML tag by tag, in the order of the source, without putting its structure right. */
final class TagSoup {
    /** The element around all; it has no meaning. */
    static final String ROOT = "galley-root";

    private static final String START =
            "<"
                    + ROOT
                    + " xmlns=\""
                    + Parser.NamespaceHtml
                    + "\">"; // so that br and the like are empty

    private TagSoup() {}

    static Document parse(String html) {
        var parser =
                Parser.xmlParser()
                        .settings(ParseSettings.htmlDefault)
                        .tagSet(TagSet.Html())
                        .setMaxDepth(SafeHtml.MAX_DEPTH);
        return parser.parseInput(START + html, "");
    }
}
