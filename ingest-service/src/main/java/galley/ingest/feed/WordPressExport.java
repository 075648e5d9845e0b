package galley.ingest.feed;

import java.util.regex.Pattern;

import galley.ingest.format.RawDocument;

/** Tells WordPress's export files (WXR) from the RSS feeds that they extend. */
public final class WordPressExport {
    /** The namespace of the exports' own elements, all versions so far. */
    public static final Pattern NAMESPACE =
            Pattern.compile("https?://(?:www\\.)?wordpress\\.org/export/1\\.\\d+/?");

    private static final Pattern DECLARATION =
            Pattern.compile("=\\s*[\"']" + NAMESPACE.pattern() + "[\"']");
    private static final String VERSION = "<wp:wxr_version>";

    private WordPressExport() {}

    /** Whether the document is an export file, as far as a glance shows. */
    public static boolean is(RawDocument document) {
        if (!FeedXml.rootName(document).equalsIgnoreCase("rss")) {
            return false;
        }
        return DECLARATION.matcher(FeedXml.rootTag(document)).find()
                || document.text().contains(VERSION);
    }
}
