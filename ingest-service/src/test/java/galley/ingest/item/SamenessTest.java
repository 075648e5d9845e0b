package galley.ingest.item;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static org.assertj.core.api.Assertions.assertThat;

/** Which entry is which item, and which of its versions counts. */
@OnServers
class SamenessTest {
    private static final String HERE = "<id>tag:a,1</id><link href='https://a.example/1'/>";
    private static final String OLD = "<updated>2026-01-01T08:00:00Z</updated>";
    private static final String NEW = "<updated>2026-01-02T08:00:00Z</updated>";

    private final Api admin = Api.as("admin", "ada");
    private final FeedServer site = new FeedServer();
    private String source;

    @BeforeEach
    void register() {
        source = admin.register(site.feed());
    }

    @AfterEach
    void remove() {
        admin.delete("/v1/sources/" + source).expect(204);
        site.close();
    }

    /** What an entry is after one that says {@code first}. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "the same again            | unchanged | $here $old T text            | $here $old"
                        + " T text",
                "another text              | updated   | $here $old T text            | $here $old"
                        + " T other",
                "another text, later       | updated   | $here $old T text            | $here $new"
                        + " T other",
                "another text, earlier     | unchanged | $here $new T text            | $here $old"
                        + " T other",
                "only another date         | unchanged | $here $old T text            | $here $new"
                        + " T text",
                "no date any more          | updated   | $here $old T text            | $here T"
                        + " other",
                "a date at last            | updated   | $here T text                 | $here $old"
                        + " T other",
                "another headline          | updated   | $here $old T text            | $here $old"
                        + " U text",
                "another address           | updated   | $here $old T text            |"
                        + " <id>tag:a,1</id><link href='https://a.example/2'/> $old T text",
                "followed by a tracker     | unchanged | $here $old T text            |"
                        + " <id>tag:a,1</id><link"
                        + " href='https://a.example/1?utm_source=x&amp;fbclid=y'/> $old T text",
                "another id, same address  | updated   | $here $old T text            |"
                    + " <id>https://a.example/?p=1</id><link href='https://a.example/1'/> $old T"
                    + " other",
                "another id and headline   | new       | $here T text                 |"
                        + " <id>tag:a,2</id><link href='https://a.example/1'/> $old U other",
                "another id and address    | new       | $here $old T text            |"
                        + " <id>tag:a,2</id><link href='https://a.example/2'/> $old T text",
                "no id, same address       | updated   | $here $old T text            | <link"
                        + " href='https://a.example/1'/> $old T other",
            })
    void anEntryIsKnownByItsIdOrItsAddress(
            String what, String outcome, String first, String second) {
        fetch(entry(first));
        assertThat(fetch(entry(second))).contains("\"" + outcome + "\":1");
    }

    @Test
    void aLateEntryIsTakenInHoweverOldItIs() {
        fetch(entry("$here $new T text"));
        var late =
                "<id>tag:a,0</id><link href='https://a.example/0'/>"
                        + "<updated>1999-01-01T00:00:00Z</updated> T late";
        assertThat(fetch(entry("$here $new T text") + entry(late))).contains("\"new\":1");
    }

    @Test
    void entriesThatShareAnAddressStayApart() {
        var home = "<link href='https://a.example/'/> T text";
        var first = entry("<id>tag:a,1</id>" + home) + entry("<id>tag:a,2</id>" + home);
        assertThat(fetch(first)).contains("\"new\":2");
        assertThat(fetch(entry("<id>tag:a,3</id>" + home) + first)).contains("\"new\":1");
    }

    @Test
    void anItemIsKnownUnderItsNewIdFromThenOn() {
        fetch(entry("$here $old T text"));
        var renamed = "<id>urn:new</id><link href='https://a.example/1'/> $old T other";
        assertThat(fetch(entry(renamed))).contains("\"updated\":1");
        assertThat(fetch(entry(renamed))).contains("\"unchanged\":1");
    }

    @Test
    void anItemIsKnownUnderItsNewIdAlsoWhenItSaidNothingNew() {
        fetch(entry("$here T text"));
        var renamed = "<id>urn:new</id><link href='https://a.example/1'/>";
        assertThat(fetch(entry(renamed + " T text"))).contains("\"unchanged\":1");
        assertThat(fetch(entry(renamed + " U other"))).contains("\"updated\":1");
    }

    @Test
    void theOnlyTimeOfAnRssItemTellsWhichIsOlder() {
        site.serves(Rss.feed(rss("One", "Tue, 06 Jan 2026 10:00:00 GMT")));
        admin.fetch(source);
        site.serves(Rss.feed(rss("Zero", "Tue, 06 Jan 2026 09:00:00 GMT")));
        assertThat(admin.fetch(source)).contains("\"unchanged\":1");
        site.serves(Rss.feed(rss("Two", "Tue, 06 Jan 2026 11:00:00 GMT")));
        assertThat(admin.fetch(source)).contains("\"updated\":1");
    }

    @Test
    void anIdThatAnotherFeedUsesIsAnotherItem() {
        fetch(entry("$here $old T text"));
        var other = admin.register(site.at("/other"));
        assertThat(admin.fetch(other)).contains("\"new\":1");
        admin.delete("/v1/sources/" + other).expect(204);
    }

    @Test
    void anIdWithoutDateOrAddressIsEnough() {
        site.serves(Rss.feed(Rss.item("only-id", "One", "a")));
        admin.fetch(source);
        site.serves(Rss.feed(Rss.item("only-id", "One", "b")));
        assertThat(admin.fetch(source)).contains("\"updated\":1");
    }

    private String fetch(String entries) {
        site.serves(
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title>" + entries + "</feed>");
        return admin.fetch(source);
    }

    private static String rss(String title, String date) {
        return "<item><guid>tag:a,1</guid><title>%s</title><pubDate>%s</pubDate></item>"
                .formatted(title, date);
    }

    /** The last two words are headline and text. */
    private static String entry(String shorthand) {
        var said =
                shorthand.replace("$here", HERE).replace("$old", OLD).replace("$new", NEW).strip();
        var words = said.split(" ", -1);
        var headline = words[words.length - 2];
        var text = words[words.length - 1];
        var rest = said.substring(0, said.length() - headline.length() - text.length() - 1);
        return "<entry>%s<title>Title %s</title><content>%s</content></entry>"
                .formatted(rest, headline, text);
    }
}
