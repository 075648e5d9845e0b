package galley.ingest;

/** Small RSS feeds. */
public final class Rss {
    private Rss() {}

    /** A feed with these items. */
    public static String feed(String... items) {
        return "<rss version=\"2.0\"><channel><title>A feed</title>"
                + String.join("", items)
                + "</channel></rss>";
    }

    /** An item with a guid, a headline and a text. */
    public static String item(String guid, String headline, String text) {
        return "<item><guid isPermaLink=\"false\">%s</guid><title>%s</title>"
                        .formatted(guid, headline)
                + "<description><![CDATA[%s]]></description></item>".formatted(text);
    }

    /** An item that nothing can be made of. */
    public static String unreadable(String guid) {
        return "<item><guid isPermaLink=\"false\">%s</guid></item>".formatted(guid);
    }
}
