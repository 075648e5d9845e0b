package galley.publish.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import galley.events.Article;
import galley.publish.PlainClient;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.document.Words;
import galley.publish.document.Xml;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/** Every form says the same: no pattern of the publication is lost in any of them. */
@TestServers
class FormsTest {
    private static final List<String> FORMS =
            List.of("json", "ninjs", "html", "json-ld", "newsml-g2", "nitf", "text");

    @Inject Desk desk;

    static Stream<Arguments> patternsInForms() {
        return Samples.ALL.stream()
                .flatMap(name -> FORMS.stream().map(form -> Arguments.of(name, form)));
    }

    @ParameterizedTest
    @MethodSource("patternsInForms")
    void everyWordOfEveryPatternIsThereInItsOrder(String name, String form) {
        var article = desk.release(Samples.article(name));
        var words = Words.split(text(article, form));
        assertThat(words).containsSubsequence(Words.of(article));
    }

    @ParameterizedTest
    @MethodSource("patternsInForms")
    void whoItIsFromAndWhereLinksLeadIsThereToo(String name, String form) {
        var article = desk.release(Samples.article(name));
        var document = body(article, form).replace("&amp;", "&");
        assertThat(document).contains(article.headline());
        for (var named : Words.named(article)) {
            assertThat(document).contains(named);
        }
        var links = Jsoup.parse(Samples.JSON.valueToTree(article).toString()).select("a");
        links.forEach(
                link -> assertThat(document).contains(link.attr("href").replaceAll("\\\\?\"", "")));
    }

    @Test
    void editorsMarksStayTheirs() {
        var article = desk.release(Samples.article("p12-editors-mark"));
        for (var form : FORMS) {
            assertThat(text(article, form)).contains("[a grouping of mostly small harbours]");
        }
    }

    @Test
    void textOfAnyCharactersMakesAWellFormedDocument() {
        var article =
                desk.release(
                        Samples.article(
                                "p01-reprint",
                                json -> {
                                    json.put("headline", "A < B & \"C\" ]]> 😀 \u000B\uFFFF");
                                    json.withArray("parts")
                                            .addObject()
                                            .put("type", "original")
                                            .put("id", "7 & up")
                                            .put(
                                                    "body",
                                                    "<p>1 &lt; 2 ]]&gt; &#1; 😀</p><p"
                                                            + " lang=\"pt\">Olá</p>");
                                }));
        for (var form : List.of("newsml-g2", "nitf")) {
            var root = Xml.parse(bytes(article, form)).getDocumentElement();
            assertThat(root.getTextContent())
                    .contains("A < B & \"C\" ]]> 😀")
                    .contains("1 < 2 ]]>");
        }
    }

    /** What a reader of the form has to read. */
    private static String text(Article article, String form) {
        var body = body(article, form);
        return switch (form) {
            case "json" -> {
                var text = new StringBuilder();
                json(body).at("/parts").forEach(part -> text.append(partText(part)).append('\n'));
                yield text.toString();
            }
            case "ninjs" -> htmlText(json(body).at("/bodies/0/value").asText());
            case "html" -> htmlText(body);
            case "json-ld" -> json(body).at("/articleBody").asText();
            case "newsml-g2", "nitf" ->
                    Jsoup.parse(body.replace(">", "> "), Parser.xmlParser()).text();
            default -> body;
        };
    }

    private static String partText(JsonNode part) {
        var text = new StringBuilder();
        for (var member : List.of("headline", "body", "caption")) {
            text.append(htmlText(part.path(member).asText(""))).append('\n');
        }
        for (var person : part.path("people")) {
            for (var member : List.of("name", "role", "affiliation")) {
                text.append(person.path(member).asText("")).append('\n');
            }
        }
        return text.toString();
    }

    private static String htmlText(String html) {
        return Jsoup.parse(html.replace(">", "> ")).text();
    }

    private static JsonNode json(String text) {
        try {
            return Samples.JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(Article article, String form) {
        return new String(bytes(article, form), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Article article, String form) {
        var answer = PlainClient.get("/v1/articles/" + article.id() + "?format=" + form);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
