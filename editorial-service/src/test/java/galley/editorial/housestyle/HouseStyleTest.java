package galley.editorial.housestyle;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** Where reprints are from is said as the house style says. */
@OnServers
class HouseStyleTest {
    private static final String STYLE = "/v1/house-style";

    private final Api wim = Api.as("writer", "wim");
    private final Api ada = Api.as("admin", "ada");

    @AfterEach
    void asItWas() {
        put("{}").expect(200);
    }

    private Answer put(String style) {
        String etag = ada.get(STYLE).expect(200).header("ETag");
        return ada.send("PUT", STYLE, style, "If-Match", etag);
    }

    private JsonNode lines(String language, String parts) {
        String id =
                wim.post(
                                "/v1/articles",
                                "{\"headline\": \"x\", \"language\": %s, \"parts\": [%s]}"
                                        .formatted(language, parts))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        return wim.get("/v1/articles/" + id + "/attribution-lines").expect(200).json();
    }

    private JsonNode line(boolean excerpt, String attribution) {
        return lines(
                        "\"en-GB\"",
                        "{\"type\": \"reprint\", \"body\": \"\", \"excerpt\": %s, \"attribution\": {%s}}"
                                .formatted(excerpt, attribution))
                .at("/items/0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    false | "publisher": "Lusa", "publishedOn": "2026-05-20" | This article was first published by Lusa on 20 May 2026.
                    false | "publisher": "Lusa", "author": "Ana Lobo", "language": "en" | This article by Ana Lobo was first published by Lusa.
                    false | "url": "https://lusa.example/a?b=1" | This article was first published at lusa.example.
                    true  | "publisher": "Lusa" | This excerpt is from an article that was first published by Lusa.
                    false | "publisher": "Lusa", "language": "pt" | This article was first published by Lusa in Portuguese. It was translated.
                    false | "publisher": "Lusa", "language": "und" | This article was first published by Lusa. It was translated.
                    false | "publisher": "Lusa", "language": "pt-BR", "translator": "Rui" | This article was first published by Lusa in Portuguese. It was translated by Rui.
                    false | "publisher": "Lusa", "translator": "Rui", "translationPublisher": "Voxeurop" | This article was first published by Lusa. It was translated by Rui and published by Voxeurop.
                    true  | "publisher": "Lusa", "translationUrl": "https://vox.example/1" | This excerpt is from an article that was first published by Lusa. It was translated and published at vox.example.
                    """)
    void aFreshInstallHasASentenceForEachCase(boolean excerpt, String attribution, String text) {
        JsonNode line = line(excerpt, attribution);
        assertThat(line.path("text").asText()).isEqualTo(text);
        assertThat(line.path("language").asText()).isEqualTo("en");
        assertThat(line.path("part").asText()).isEqualTo("p1");
    }

    @Test
    void publishersAreLinksAndNothingElseIsMarkup() {
        JsonNode line =
                line(
                        false,
                        """
                        "publisher": "<b>Lusa</b> & Co", "url": "https://lusa.example/?a=1&b=2",
                        "author": "<script>", "translationPublisher": "Vox",
                        "translationUrl": "https://vox.example/1"
                        """);
        assertThat(line.path("text").asText())
                .isEqualTo(
                        "This article by <script> was first published by <b>Lusa</b> & Co. It was"
                                + " translated and published by Vox.");
        assertThat(line.path("html").asText())
                .isEqualTo(
                        "<p>This article by &lt;script&gt; was first published by <a"
                            + " href=\"https://lusa.example/?a=1&amp;b=2\">&lt;b&gt;Lusa&lt;/b&gt;"
                            + " &amp; Co</a>. It was translated and published by <a"
                            + " href=\"https://vox.example/1\">Vox</a>.</p>");
    }

    @Test
    void everyReprintHasALineAndNothingElse() {
        JsonNode lines =
                lines(
                        "\"pt\"",
                        """
                        {"type": "introduction", "body": ""},
                        {"id": "a", "type": "reprint", "body": "", "attribution": {"publisher": "Lusa"}},
                        {"id": "b", "type": "reprint", "body": ""},
                        {"id": "c", "type": "reprint", "body": "", "attribution": {}},
                        {"id": "d", "type": "reprint", "body": "", "attribution": {"author": "Ana"}}
                        """);
        assertThat(lines.path("items").findValuesAsText("part"))
                .containsExactly("a", "b", "c", "d");
        assertThat(lines.at("/items/0/language").asText()).isEqualTo("en");
        assertThat(lines.at("/items/1/text").isNull()).isTrue();
        assertThat(lines.at("/items/2/html").isNull()).isTrue();
        assertThat(lines.at("/items/3/text").isNull()).isTrue();
        assertThat(lines("null", "").path("items")).isEmpty();
        wim.get("/v1/articles/" + UUID.randomUUID() + "/attribution-lines")
                .problem(404, "not-found");
    }

    @Test
    void severalReprintsHaveALineTogether() {
        String lusa =
                "{\"type\": \"reprint\", \"body\": \"\","
                        + " \"attribution\": {\"publisher\": \"Lusa\", \"url\":"
                        + " \"https://lusa.example/1\"}}";
        String vox =
                "{\"type\": \"reprint\", \"body\": \"\","
                        + " \"attribution\": {\"url\": \"https://vox.example/2\"}}";
        String ebb =
                "{\"type\": \"reprint\", \"body\": \"\","
                        + " \"attribution\": {\"publisher\": \"Ebb & Flow\"}}";
        JsonNode all = lines("\"en\"", String.join(", ", lusa, vox, lusa, ebb)).path("together");
        assertThat(all.path("part").isNull()).isTrue();
        assertThat(all.path("text").asText())
                .isEqualTo(
                        "The following articles were first published by Lusa, vox.example, and Ebb"
                                + " & Flow.");
        assertThat(all.path("html").asText())
                .contains("<a href=\"https://lusa.example/1\">Lusa</a>", "Ebb &amp; Flow");
        assertThat(lines("\"en\"", lusa + ", " + vox).at("/together/text").asText())
                .isEqualTo("The following articles were first published by Lusa and vox.example.");
        assertThat(lines("\"en\"", lusa).path("together").isNull()).isTrue();
        String unknown = "{\"type\": \"reprint\", \"body\": \"\"}";
        assertThat(lines("\"en\"", lusa + ", " + unknown).path("together").isNull()).isTrue();
    }

    @Test
    void theHouseStyleIsWhatWasSetAndElseAsOnAFreshInstall() {
        JsonNode fresh = wim.get(STYLE).expect(200).json();
        Answer answer =
                put(
                        """
                        {"en": {"date": "MMMM d, uuuu", "reprint": "Published[ on {date}] by {publisher}.",
                                "excerpt": null}}
                        """);
        answer.expect(200);
        assertThat(answer.json().at("/en/excerpt")).isEqualTo(fresh.at("/en/excerpt"));
        assertThat(wim.get(STYLE).json()).isEqualTo(answer.json());
        assertThat(wim.get(STYLE).header("ETag")).isEqualTo(answer.header("ETag"));
        String dated = "\"publisher\": \"Lusa\", \"publishedOn\": \"2026-05-20\"";
        assertThat(line(false, dated).path("text").asText())
                .isEqualTo("Published on May 20, 2026 by Lusa.");
        assertThat(line(false, "\"author\": \"Ana\"").path("text").isNull()).isTrue();
        put(wim.get(STYLE).json().toString()).expect(200);
        put("{}").expect(200);
        assertThat(wim.get(STYLE).json()).isEqualTo(fresh);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"en": {"reprint": "By {writer}"}}                     | en.reprint
                    {"en": {"translatedExcerpt": "[By {author}"}}          | en.translatedExcerpt
                    {"en": {"date": "HH:mm"}}                              | en.date
                    {"en": {"date": "bbb"}}                                | en.date
                    {"en": {"colour": "blue"}}                             | en.colour
                    {"en": {"reprint": 1}}                                 | en.reprint
                    {"en": null}                                           | en
                    {"Klingon": {}}                                        | Klingon
                    {"pt-BR": {}}                                          | pt-BR
                    {"de": {"date": "d. MMMM uuuu", "excerpt": "Auszug.", "translation": "Übersetzt.", "translatedExcerpt": "Auszug.", "several": "Von {publishers}."}} | de.reprint
                    {"en": {"several": "From {publisher}"}}                | en.several
                    {"en": {"reprint": "From {publishers}"}}               | en.reprint
                    []                                                     | ``
                    """)
    void whatIsNoHouseStyleIsRefused(String style, String field) {
        assertThat(
                        put(style)
                                .problem(422, "unprocessable")
                                .path("errors")
                                .findValuesAsText("field"))
                .containsExactly(field);
    }

    @Test
    void anotherLanguageIsSetInFull() {
        put("""
        {"pt": {"date": "d 'de' MMMM 'de' uuuu",
                "reprint": "Publicado originalmente por {publisher}[ em {date}].",
                "excerpt": "Excerto de um texto de {publisher}.",
                "translation": "Publicado por {publisher}[ em {language}] e traduzido.",
                "translatedExcerpt": "Excerto traduzido de um texto de {publisher}.",
                  "several": "Publicados originalmente por {publishers}."}}
        """)
                .expect(200);
        JsonNode lines =
                lines(
                        "\"pt-PT\"",
                        """
                        {"type": "reprint", "body": "",
                         "attribution": {"publisher": "Lusa", "publishedOn": "2026-05-20"}},
                        {"type": "reprint", "body": "", "attribution": {"publisher": "Vox", "language": "en"}}
                        """);
        assertThat(lines.path("items").findValuesAsText("text"))
                .containsExactly(
                        "Publicado originalmente por Lusa em 20 de maio de 2026.",
                        "Publicado por Vox em inglês e traduzido.");
        assertThat(line(false, "\"publisher\": \"Lusa\"").path("language").asText())
                .isEqualTo("en");
    }

    @Test
    void theUnknownPlaceholderIsNamed() {
        JsonNode problem =
                put("{\"en\": {\"reprint\": \"By {writer}\"}}").problem(422, "unprocessable");
        assertThat(problem.at("/errors/0/message").asText()).contains("{writer}", "author");
    }

    @Test
    void answersInDoubtComeInTheirOrder() {
        String bad = "{\"xx\": {}}";
        Api.asNobody().send("PUT", STYLE, bad).problem(401, "unauthorized");
        for (String role : List.of("writer", "editor", "publisher")) {
            Api.as(role, "pia").send("PUT", STYLE, bad).problem(403, "forbidden");
        }
        ada.send("PUT", STYLE, bad).problem(428, "precondition-required");
        ada.send("PUT", STYLE, bad, "If-Match", "\"none\"").problem(412, "precondition-failed");
    }
}
