package galley.editorial.content;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BadRequestException;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.Kind;
import galley.events.MediaKind;
import galley.events.Part;
import galley.events.Proposal;
import galley.events.Related;
import galley.events.TeaserBreak;
import galley.kit.json.Errors;
import galley.kit.json.StrictJson;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContentReaderTest {
    private final ContentReader reader =
            new ContentReader(html -> html.replace("<bad>", ""), Shelf.ONE);

    private Content read(String json) {
        return reader.read(StrictJson.read(json.getBytes(UTF_8)), List.of());
    }

    private List<String> wrongFields(String json) {
        return errors(json).stream().map(FieldError::field).toList();
    }

    private List<FieldError> errors(String json) {
        JsonNode tree = StrictJson.read(json.getBytes(UTF_8));
        Errors errors = new Errors();
        reader.read((ObjectNode) tree, List.of(), errors);
        return errors.found();
    }

    @Test
    void aHeadlineIsEnough() {
        Content content = read("{\"headline\": \"  Harbour opens \"}");
        assertThat(content.headline()).isEqualTo("Harbour opens");
        assertThat(content.kind()).isEqualTo(Kind.ORIGINAL);
        assertThat(content.parts()).isEmpty();
        assertThat(content.tags()).isEmpty();
        assertThat(content.language()).isNull();
    }

    @Test
    void whatSaysNothingIsNotThere() {
        Content content =
                read(
                        """
                        {"headline": "Harbour opens", "rights": {"usageTerms": " "}, "parts": [
                          {"type": "reprint", "body": "", "dateline": {}, "rights": {}}]}
                        """);
        assertThat(content.rights()).isNull();
        assertThat(content.parts())
                .containsExactly(new Part.Reprint("p1", null, false, null, null, null, ""));
    }

    @Test
    void relatedArticlesAreAddressesOrArticles() {
        String id = "019e3a11-2c04-7d53-8a0e-4b1f6d2c9e70";
        Content content =
                read(
                        """
                        {"headline": "x", "related": [
                          {"title": " The islands ", "url": "https://mare.example/ilhas"},
                          {"title": "The dock", "article": "%s"},
                          {"title": "The islands", "url": "https://mare.example/ilhas"}]}
                        """
                                .formatted(id));
        assertThat(content.related())
                .containsExactly(
                        new Related("The islands", "https://mare.example/ilhas", null),
                        new Related("The dock", null, UUID.fromString(id)));
        assertThat(
                        wrongFields(
                                """
                                {"headline": "x", "related": [
                                  {"title": "both", "url": "https://a.example/", "article": "%s"},
                                  {"title": "none"},
                                  {"title": "", "url": "https://a.example/"},
                                  {"title": "mail", "url": "mailto:a@a.example"}]}
                                """
                                        .formatted(id)))
                .containsExactly("related[0]", "related[1]", "related[2].title", "related[3].url");
        String one = "{\"title\": \"x\", \"url\": \"https://a.example/\"}";
        String many = String.join(", ", Collections.nCopies(21, one));
        assertThat(wrongFields("{\"headline\": \"x\", \"related\": [" + many + "]}"))
                .containsExactly("related");
    }

    @Test
    void everythingThatPeopleWriteIsRead() {
        Content content =
                read(
                        """
                        {"headline": "Harbour opens", "standfirst": "At last", "section": "World",
                         "language": "en-gb", "kind": "round-up", "tags": ["ports", "ports", " sea "],
                         "bylines": ["Ada Quay"], "subjects": [{"scheme": "medtop", "code": "20000385"}],
                         "rights": {"usageTerms": "Free"}, "embargoedUntil": "2026-05-20T12:00:00.1234567+02:00",
                         "teaserBreak": {"part": "x1", "block": 1},
                         "parts": [
                           {"type": "introduction", "id": "x1", "body": "<p><bad>In the following</p>"},
                           {"type": "reprint", "body": "<p>Text</p>", "excerpt": true,
                            "dateline": {"place": "PORTO", "date": "2026-05-20"},
                            "attribution": {"publisher": "Lusa", "url": "https://lusa.example/a", "language": "PT"}},
                           {"type": "media", "kind": "image", "url": "https://pics.example/1.jpg", "alt": "A quay"},
                           {"type": "people", "people": [{"name": "Rui", "url": "http://rui.example"}]},
                           {"type": "original", "headline": " ", "body": ""}]}
                        """);
        assertThat(content.language()).isEqualTo("en-GB");
        assertThat(content.tags()).containsExactly("ports", "sea");
        assertThat(content.embargoedUntil())
                .isEqualTo(Instant.parse("2026-05-20T10:00:00.123456Z"));
        assertThat(content.parts())
                .extracting(Part::id)
                .containsExactly("x1", "p1", "p2", "p3", "p4");
        assertThat(content.parts().getFirst())
                .isEqualTo(new Part.Introduction("x1", "<p>In the following</p>"));
        assertThat(content.parts().get(2))
                .isEqualTo(
                        new Part.Media(
                                "p2",
                                MediaKind.IMAGE,
                                "https://pics.example/1.jpg",
                                null,
                                null,
                                null,
                                "A quay"));
        Part.Reprint reprint = (Part.Reprint) content.parts().get(1);
        assertThat(reprint.excerpt()).isTrue();
        assertThat(reprint.attribution().language()).isEqualTo("pt");
        assertThat(content.parts().getLast()).isEqualTo(new Part.Original("p4", null, ""));
    }

    @Test
    void aPictureIsWhatTheStoreSaysOfIt() {
        String hash = Shelf.ONE.picture().hash();
        Content content =
                read(
                        """
                        {"headline": "x", "parts": [
                          {"type": "media", "kind": "image", "picture": {"hash": "%1$s"}},
                          {"type": "media", "kind": "image", "url": "https://pics.example/1.jpg",
                           "picture": {"hash": "%1$s", "type": "image/gif", "width": 3}}]}
                        """
                                .formatted(hash));
        assertThat(content.parts())
                .extracting(part -> ((Part.Media) part).picture())
                .containsExactly(Shelf.ONE.picture(), Shelf.ONE.picture());
        assertThat(content.parts())
                .extracting(part -> ((Part.Media) part).url())
                .containsExactly(
                        "https://tide.example/media/" + hash, "https://pics.example/1.jpg");
    }

    @Test
    void aPictureThatTheStoreDoesNotHaveIsNamedWithTheRest() {
        assertThat(
                        wrongFields(
                                """
                                {"headline": "", "parts": [
                                  {"type": "media", "kind": "image", "picture": {"hash": "feed"}},
                                  {"type": "media", "kind": "image", "picture": {}},
                                  {"type": "media", "kind": "video", "picture": {"hash": "%s"}}]}
                                """
                                        .formatted(Shelf.ONE.picture().hash())))
                .containsExactlyInAnyOrder(
                        "headline",
                        "parts[0].picture.hash",
                        "parts[1].picture.hash",
                        "parts[2].kind");
    }

    @Test
    void aNewPartGetsAnIdThatIsFree() {
        Content content =
                read(
                        """
                        {"headline": "x", "parts": [{"type": "introduction", "body": ""},
                          {"type": "introduction", "id": "p1", "body": ""}]}
                        """);
        assertThat(content.parts()).extracting(Part::id).containsExactly("p2", "p1");
    }

    @Test
    void membersThatOnlyThePlatformChangesArePassedOver() {
        Content content =
                read(
                        """
                        {"id": "no id", "revision": -1, "version": "?", "slug": 1, "workflow": "released",
                         "publication": "live", "publishedAt": 7, "updatedAt": 7, "url": "javascript:",
                         "corrections": 1, "provenance": {"any": "thing"}, "proposals": "mine",
                         "headline": "Harbour opens"}
                        """);
        assertThat(content.headline()).isEqualTo("Harbour opens");
        assertThat(content.proposals()).isEmpty();
    }

    @Test
    void aSaveLeavesTheProposals() {
        List<Proposal> proposals =
                List.of(new Proposal("1", "attribution.publisher", "p1", "Lusa", "by Lusa", 0.9));
        Content content =
                reader.read(StrictJson.read("{\"headline\":\"x\"}".getBytes(UTF_8)), proposals);
        assertThat(content.proposals()).isEqualTo(proposals);
    }

    @Test
    void whatWasReadReadsTheSameAgain() {
        Content content =
                read(
                        """
                        {"headline": "Harbour opens", "language": "pt-BR", "embargoedUntil": "2026-05-20T12:00:00Z",
                         "parts": [{"type": "reprint", "body": "<p>Text</p>", "attribution": {"publishedOn": "2026-05-20"}},
                                   {"type": "people", "people": []}]}
                        """);
        assertThat(reader.read(StrictJson.treeOf(content), List.of())).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                                                                         | headline
                    {"headline": null}                                                         | headline
                    {"headline": " "}                                                          | headline
                    {"headline": "x", "language": "not a language"}                            | language
                    {"headline": "x", "tags": ["a", " "]}                                      | tags[1]
                    {"headline": "x", "bylines": [""]}                                         | bylines[0]
                    {"headline": "x", "subjects": [{"scheme": "medtop"}]}                      | subjects[0]
                    {"headline": "x", "embargoedUntil": 1747735200}                            | embargoedUntil
                    {"headline": "x", "embargoedUntil": "+12026-05-20T10:00:00Z"}              | embargoedUntil
                    {"headline": "x", "teaserBreak": {"part": "p1", "block": 0}}               | teaserBreak.part
                    {"headline": "x", "teaserBreak": {"part": "a", "block": -1}, "parts": [{"type": "original", "id": "a", "body": ""}]} | teaserBreak.block
                    {"headline": "x", "teaserBreak": {"part": "a", "block": 3}, "parts": [{"type": "original", "id": "a", "body": "<p>1</p><p>2</p>"}]} | teaserBreak.block
                    {"headline": "x", "teaserBreak": {"part": "a", "block": 1}, "parts": [{"type": "people", "id": "a", "people": []}]} | teaserBreak.block
                    {"headline": "x", "language": "xy"}                                        | language
                    {"headline": "x", "parts": [{"type": "introduction"}]}                     | parts[0].body
                    {"headline": "x", "parts": [{"type": "original", "id": "p 1", "body": ""}]} | parts[0].id
                    {"headline": "x", "parts": [{"type": "media", "url": "https://a.example"}]} | parts[0].kind
                    {"headline": "x", "parts": [{"type": "media", "kind": "image"}]}           | parts[0].url
                    {"headline": "x", "parts": [{"type": "media", "kind": "image", "url": "javascript:alert(1)"}]} | parts[0].url
                    {"headline": "x", "parts": [{"type": "media", "kind": "image", "url": "/1.jpg"}]} | parts[0].url
                    {"headline": "x", "parts": [{"type": "people", "people": [{"role": "guest"}]}]} | parts[0].people[0].name
                    {"headline": "x", "parts": [{"type": "people", "people": [{"name": "A", "url": "ftp://a"}]}]} | parts[0].people[0].url
                    {"headline": "x", "parts": [{"type": "reprint", "body": "", "attribution": {"url": "mailto:a@b"}}]} | parts[0].attribution.url
                    {"headline": "x", "parts": [{"type": "reprint", "body": "", "attribution": {"language": "??"}}]} | parts[0].attribution.language
                    """)
    void aWrongFieldIsNamed(String json, String field) {
        assertThat(wrongFields(json)).containsExactly(field);
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aTeaserBreakLiesBeforeBetweenOrAfterBlocks(int block) {
        Content content =
                read(
                        """
                        {"headline": "x", "teaserBreak": {"part": "a", "block": %d},
                         "parts": [{"type": "original", "id": "a", "body": "<p>1</p><p>2</p>"}]}
                        """
                                .formatted(block));
        assertThat(content.teaserBreak().block()).isEqualTo(block);
    }

    @Test
    void aTeaserBreakIsDrawnBackToTheEndOfItsPart() {
        Content content =
                read(
                        """
                        {"headline": "x", "teaserBreak": {"part": "a", "block": 2},
                         "parts": [{"type": "original", "id": "a", "body": "<p>1</p><p>2</p>"}]}
                        """);
        assertThat(TeaserBreaks.drawnBack(content)).isEqualTo(content);
        Content shorter = content.withParts(List.of(new Part.Original("a", null, "<p>1</p>")));
        assertThat(TeaserBreaks.drawnBack(shorter).teaserBreak())
                .isEqualTo(new TeaserBreak("a", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "pt-BR", "sh", "sr-Latn", "haw", "qaa", "und", "zh-Hant-TW"})
    void aLanguageThatThereIsIsTaken(String tag) {
        assertThat(LanguageTag.parse(tag)).hasValue(tag);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(
                        wrongFields(
                                """
                                {"headline": "", "language": "??", "parts": [{"type": "introduction", "id": "a", "body": ""},
                                 {"type": "introduction", "id": "a", "body": ""}]}
                                """))
                .containsExactlyInAnyOrder("headline", "language", "parts[1].id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"headline\": ",
                "{\"headline\": \"x\"} trailing",
                "{\"headline\": \"x\", \"headline\": \"y\"}",
                "{'headline': 'x'}"
            })
    void whatIsNoJsonIsABadRequest(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(BadRequestException.class)
                .cause()
                .isInstanceOf(JsonParseException.class);
    }

    @Test
    void bytesThatAreNoTextAreABadRequest() {
        for (byte[] bytes :
                List.of(
                        new byte[] {'{', '"', (byte) 0xC3, '"'},
                        new byte[] {0, 0, 0, '{', 0},
                        new byte[] {0, 0, 0, 0},
                        new byte[0])) {
            assertThatThrownBy(() -> StrictJson.read(bytes))
                    .satisfiesAnyOf(
                            e -> assertThat(e).isInstanceOf(BadRequestException.class),
                            e -> assertThat(((Problem) e).status()).isEqualTo(400));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "null", "7"})
    void anArticleIsAnObject(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"headline\": \"a\\u0000b\"}",
                "{\"headline\": \"a\\ud800b\"}",
                "{\"headline\": \"x\", \"rights\": {\"usageTerms\": \"\\u0007\"}}",
                "{\"headline\": \"x\", \"tags\": [\"a\", null]}"
            })
    void whatCanNotBeStoredIsRefused(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }
}
