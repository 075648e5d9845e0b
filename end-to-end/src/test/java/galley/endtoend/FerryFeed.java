package galley.endtoend;

/** A feed of one item, in the way in which real ones are: text in CDATA, and script in the text. */
final class FerryFeed {
    private FerryFeed() {}

    static String headline(String name) {
        return "Ferry & tram share a ticket: " + name;
    }

    /**
     * @param name tells the item from those of other feeds
     * @param price what the text says of it
     */
    static String of(String name, String price) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel>
          <title>Coast News</title><link>https://coast.example</link>
          <item>
            <title><![CDATA[%s]]></title>
            <guid isPermaLink="false">ferry-%s</guid>
            <link>https://coast.example/ferry-%s</link>
            <pubDate>Wed, 20 May 2026 10:00:00 GMT</pubDate>
            <description><![CDATA[
              <p>One ticket now covers both.</p>
              <script>alert(1)</script><img src="x" onerror="alert(2)">
              <p onclick="alert(3)">It costs %s.</p>
              <a href="javascript:alert(4)">Timetable</a>]]></description>
          </item>
        </channel></rss>
        """
                .formatted(headline(name), name, name, price);
    }
}
