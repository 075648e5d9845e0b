package galley.ingest.bulk;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.OnServers;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Export files of WordPress that come in item by item. */
@OnServers
class ExportImportTest extends ImportCase {
    @Test
    void anExportIsReadItemByItemWhereverItsPicturesStand() {
        var done =
                run(
                        export(
                                picture(1, "before"),
                                post(10, "A", 1),
                                post(11, "B", 2),
                                "<item><title>Draft</title><wp:status>draft</wp:status></item>",
                                picture(2, "behind")),
                        "wxr");
        assertThat(counts(done)).isEqualTo("2 new, 0 updated, 0 unchanged, 0 failed of 2");
        assertThat(pictures("A")).containsExactly("https://a.example/before.jpg");
        assertThat(pictures("B")).containsExactly("https://a.example/behind.jpg");
        assertThat(referencesLeft(done)).isZero();
    }

    @Test
    void anExportsItemIsTheSameWhetherItComesAloneOrInAFile() {
        var file =
                export(picture(1, "quay"), post(10, "A", 1), post(11, "B", 2), picture(2, "mole"));
        archive.post("/v1/items", file, "Content-Type", "application/rss+xml").expect(201);
        assertThat(counts(run(file, "wxr")))
                .isEqualTo("0 new, 0 updated, 2 unchanged, 0 failed of 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<item><title></title><guid>x</guid></item>",
                "<item><title><![CDATA[No end</title><guid>x</guid></item>",
                "<item><title>Locked</title><guid>x</guid><wp:post_password>p</wp:post_password></item>"
            })
    void aBrokenItemOfAnExportWaitsAndKeepsNoneOut(String broken) {
        var done = run(export(post(1, "A", 9), broken, post(3, "C", 9)), "wxr");
        assertThat(counts(done)).isEqualTo("2 new, 0 updated, 0 unchanged, 1 failed of 3");
        assertThat(done.path("firstFailure").asText()).startsWith("Item 2 of the file: ");
        assertThat(quarantined(done)).hasSize(1);
    }

    @Test
    void anExportThatBreaksOffComesInAsFarAsItGoesAndTheRestLater() {
        var whole = export(post(1, "A", 9), post(2, "B", 9));
        var cut = whole.substring(0, whole.indexOf("<wp:post_type>", whole.indexOf("?p=2")));
        var first = run(cut, "wxr");
        assertThat(counts(first)).isEqualTo("1 new, 0 updated, 0 unchanged, 1 failed of 2");
        assertThat(counts(run(whole, "wxr")))
                .isEqualTo("1 new, 0 updated, 1 unchanged, 0 failed of 2");
        assertThat(quarantined(first)).isEmpty();
    }

    @Test
    void entitiesOfAnExportStayAsTheyAreWritten() {
        var bomb =
                "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">"
                        + "<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
                        + export(post(1, "A &b; &f;", 9));
        run(bomb, "wxr");
        assertThat(headlines()).containsExactly("A &b; &f;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"headline\": \"A\"}", "<rss><channel><item>", "\u0000<\u0000r"})
    void whatIsNoExportFailsAsAWhole(String file) {
        var id = started(file, "wxr");
        await().atMost(30, SECONDS).until(() -> isOver(id));
        var failed = archive.get(path(id)).expect(200).json();
        assertThat(failed.path("state").asText()).isEqualTo("failed");
        assertThat(failed.path("problem").asText()).contains("no export of WordPress");
    }

    private List<String> headlines() {
        return ofItems("r.content ->> 'headline'");
    }

    private List<String> pictures(String headline) {
        return ofItems("r.content ->> 'headline' || ' ' || (r.content #>> '{media,0,url}')")
                .stream()
                .filter(text -> text.startsWith(headline + " "))
                .map(text -> text.substring(headline.length() + 1))
                .toList();
    }

    private long referencesLeft(JsonNode done) {
        return left("import_reference", done.path("id").asText());
    }

    private static String export(String... items) {
        return "<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/'"
                + " xmlns:content='http://purl.org/rss/1.0/modules/content/'"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
                + "<link>https://a.example</link><language>en</language>"
                + String.join("\n", items)
                + "</channel></rss>";
    }

    private static String post(int id, String title, int picture) {
        return """
        <item><title>%s</title><link>https://a.example/%d</link>
        <guid>https://a.example/?p=%d</guid><content:encoded><![CDATA[<p>Text %d</p>]]>
        </content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
        <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key>
        <wp:meta_value>%d</wp:meta_value></wp:postmeta></item>\
        """
                .formatted(title, id, id, id, picture);
    }

    private static String picture(int id, String name) {
        return """
        <item><title>%s</title><wp:post_id>%d</wp:post_id>
        <wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
        <wp:attachment_url>https://a.example/%s.jpg</wp:attachment_url></item>\
        """
                .formatted(name, id, name);
    }
}
