package galley.publish.feed;

import java.time.Instant;
import java.util.List;

/** Feeds to write. */
final class FeedSamples {
    static final String ID = "urn:uuid:019e44d4-d760-7e90-87d0-b20d80d3e12b";
    static final String CONTENT =
            "<p>A ferry &amp; a tram, 2 &lt; 3 — \uD83D\uDEA2</p><p>CDATA ends with ]]&gt; or"
                    + " ]]></p>";

    static final Withdrawal WITHDRAWAL =
            new Withdrawal(
                    "urn:uuid:019e44d4-d760-7e90-87d0-b20d80d3e12c",
                    Instant.parse("2026-05-22T08:00:00Z"),
                    "The <tram> office & we");

    private static final FeedPicture PICTURE =
            new FeedPicture(
                    "https://harbour-letter.example/media/ab12",
                    "image/jpeg",
                    640,
                    480,
                    20_481L,
                    "The quay",
                    null);

    private FeedSamples() {}

    static Feed feed(FeedEntry... entries) {
        return new Feed(
                "The Harbour Letter",
                "Reports & reprints <from> the coast",
                "en-GB",
                "https://harbour-letter.example/",
                "https://harbour-letter.example/feeds/feed",
                "https://harbour-letter.example/hub",
                List.of(entries),
                List.of(WITHDRAWAL));
    }

    static FeedEntry entry(String title, String content) {
        return new FeedEntry(
                ID,
                "https://harbour-letter.example/articles/ferry",
                title,
                "Ferry & tram, 2 < 3",
                content,
                false,
                List.of("Ana Lobo", "Tom Reed"),
                List.of("Coast", "ferries"),
                List.of(PICTURE),
                "pt",
                "© 2026 The Harbour Letter",
                Instant.parse("2026-05-20T10:00:00Z"),
                Instant.parse("2026-05-21T11:30:00.250Z"));
    }
}
