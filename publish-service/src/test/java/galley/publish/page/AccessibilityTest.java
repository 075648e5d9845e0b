package galley.publish.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Pages as axe sees them in a browser: WCAG 2.2 AA, and what is good practice beside it. */
@TestServers
class AccessibilityTest {
    private static final String AXE =
            """
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
                'best-practice']}).then(found => {
              const result = document.createElement('pre');
              result.id = 'axe-result';
              result.textContent = JSON.stringify({
                rules: found.passes.length,
                violations: found.violations.map(it => ({id: it.id, nodes: it.nodes.map(
                    node => node.html)}))});
              document.body.replaceChildren(result);
            });
            """;

    @TempDir Path folder;

    @Inject Desk desk;

    private Chromium chromium;

    @BeforeEach
    void findBrowser() {
        var found = Chromium.find();
        assumeTrue(found.isPresent(), "There is no Chromium on this machine's path");
        chromium = found.get();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noPageKeepsAnybodyOut(boolean dark) throws Exception {
        desk.clear();
        List<String> paths =
                new ArrayList<>(
                        List.of("/", "/search?q=harbours", "/archive", "/tags/ferries", "/none"));
        for (var name : Samples.ALL) {
            paths.add("/articles/" + desk.release(Samples.article(name)).slug());
        }
        var killed = desk.release(Samples.article("p01-reprint"));
        desk.kill(killed, "Withdrawn");
        paths.add("/articles/" + killed.slug());
        List<String> violations = new ArrayList<>();
        for (var path : paths) {
            for (JsonNode violation : look(html(path), dark).get("violations")) {
                violations.add(path + " " + violation);
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void axeFindsWhatIsWrong() throws Exception {
        var page =
                Jsoup.parse(
                        "<title>x</title><p style='color: #aaa; background: #fff'>Pale"
                                + "<img src='x.png'>");
        assertThat(look(page.outerHtml(), false).get("violations").findValuesAsText("id"))
                .contains("html-has-lang", "image-alt", "color-contrast");
    }

    /** The page with its styles and axe in it, since its policy lets no script in. */
    private JsonNode look(String html, boolean dark) throws IOException, InterruptedException {
        var page = Jsoup.parse(html);
        for (var styles : page.select("link[rel=stylesheet]")) {
            var text = RestAssured.get(styles.attr("href")).asString();
            styles.after("<style>" + text + "</style>");
        }
        page.select("link").remove();
        page.body().appendElement("script").attr("src", "axe.js");
        page.body().appendElement("script").attr("src", "run.js");
        Files.writeString(folder.resolve("axe.js"), axe());
        Files.writeString(folder.resolve("run.js"), AXE);
        var file = folder.resolve("page.html");
        Files.writeString(file, "<!DOCTYPE html>" + page.outerHtml());
        var result = Jsoup.parse(chromium.dom(file, folder, dark)).selectFirst("#axe-result");
        assertThat(result).as("axe has come to an end").isNotNull();
        var found = Samples.JSON.readTree(result.wholeText());
        assertThat(found.get("rules").asInt()).isPositive();
        return found;
    }

    private static String axe() throws IOException {
        try (var file = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String html(String path) {
        return RestAssured.given().header("Accept", "text/html").get(path).asString();
    }
}
