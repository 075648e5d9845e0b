package galley.ingest.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.Dateline;
import galley.events.ItemContent;
import galley.events.ItemMedia;
import galley.events.ItemProposal;
import galley.events.MediaKind;
import galley.events.Subject;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Readings;

import static galley.ingest.format.Readings.only;
import static galley.ingest.format.Readings.read;
import static galley.ingest.format.Readings.sample;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class NinjsReaderTest {
    private static final NinjsReader READER = new NinjsReader();
    private static final String TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";

    @Test
    void version1IsReadWithAllItsFields() {
        var ferry = only(read(READER, sample("pier-wire-1.ninjs.json")));
        assertThat(ferry.guid()).isEqualTo("urn:newsml:pier-wire.example:20260520:ferry");
        assertThat(ferry.version()).isEqualTo("3");
        assertThat(ferry.type()).isEqualTo("text");
        assertThat(ferry.pubStatus()).isEqualTo("usable");
        assertThat(ferry.urgency()).isEqualTo(4);
        assertThat(ferry.headline()).isEqualTo("Night ferry sails again");
        assertThat(ferry.slugline()).isEqualTo("FERRY-NIGHT");
        assertThat(ferry.byline()).isEqualTo("By Ana Lobo, in Porto Novo");
        assertThat(ferry.dateline()).isEqualTo(new Dateline("Porto Novo", null, null, null));
        assertThat(ferry.language()).isEqualTo("en-GB");
        assertThat(ferry.summary()).isEqualTo("<p>The boat sails at ten.</p>");
        assertThat(ferry.body())
                .isEqualTo("<p>The night ferry sails <b>again</b>.</p><p>It leaves at ten.</p>");
        assertThat(ferry.subjects())
                .containsExactly(
                        new Subject(TOPICS, "20001279", "waterway and maritime transport"),
                        new Subject(null, null, "Rosa Tavares"),
                        new Subject("http://pier-wire.example/companies/", "il", "Island Lines"));
        assertThat(ferry.places()).containsExactly("Porto Novo", "Mindelo");
        assertThat(ferry.firstCreated()).hasToString("2026-05-20T08:00:00Z");
        assertThat(ferry.versionCreated()).hasToString("2026-05-20T10:30:00Z");
        assertThat(ferry.embargoedUntil()).hasToString("2026-05-20T11:00:00Z");
        assertThat(ferry.expiresAt()).hasToString("2026-06-20T00:00:00Z");
        assertThat(ferry.editorialNote()).isEqualTo("Adds the captain's words");
        assertThat(ferry.usageTerms()).isEqualTo("Not for archives");
        assertThat(ferry.credit()).isEqualTo("Pier Wire");
        assertThat(ferry.partial()).isFalse();
        assertThat(ferry.proposals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9, 10", "1.2, 1.10"})
    void ofTwoVersionsInADocumentTheLaterCountsWhateverTheirTimes(String early, String late) {
        var item =
                """
                {"uri": "urn:pier:1", "version": "%s", "versioncreated": "%s", "headline": "%s"}\
                """;
        var document =
                "[%s, %s]"
                        .formatted(
                                item.formatted(early, "2026-05-20T09:00:00Z", "Early"),
                                item.formatted(late, "2026-05-20T08:00:00Z", "Late"));
        assertThat(only(read(READER, document)).headline()).isEqualTo("Late");
    }

    @Test
    void ofAPicturesRenditionsTheBestForReadersIsTaken() {
        assertThat(only(read(READER, sample("pier-wire-1.ninjs.json"))).media())
                .containsExactly(
                        new ItemMedia(
                                MediaKind.IMAGE,
                                "https://pictures.pier-wire.example/ferry-3000.jpg",
                                "The ferry at night",
                                "The ferry leaves the quay.",
                                "A lit ship in the dark",
                                "Jo Rui"));
    }

    @Test
    void version2IsReadByRolesAndMediaTypes() {
        var library = library();
        assertThat(library.headline()).isEqualTo("A biblioteca flutuante chega a Mindelo");
        assertThat(library.summary()).isEqualTo("<p>Quatro mil livros, a &lt; 1 euro.</p>");
        assertThat(library.body()).isEqualTo("<p>O barco <i>chegou</i> na segunda-feira.</p>");
        assertThat(library.byline()).isEqualTo("Ana Lobo");
        assertThat(library.authors()).containsExactly("Rui Dias");
        assertThat(library.places()).containsExactly("Mindelo");
        assertThat(library.url()).isEqualTo("https://pier-wire.example/library");
        assertThat(library.credit()).isEqualTo("Pier Wire, Island Radio");
        assertThat(library.subjects())
                .containsExactly(
                        new Subject(TOPICS, "20000010", "library and museum"),
                        new Subject("http://pier-wire.example/topics/", "boats:library", "Boats"),
                        new Subject(
                                "http://pier-wire.example/people/",
                                "rosa-tavares",
                                "Rosa Tavares"));
    }

    @Test
    void aVideoIsAVideoThoughItHasAStillAndWhatWasWithdrawnIsNotThere() {
        assertThat(library().media())
                .containsExactly(
                        new ItemMedia(
                                MediaKind.VIDEO,
                                "https://media.pier-wire.example/main.mp4",
                                "O barco atraca",
                                null,
                                null,
                                null));
    }

    @Test
    void aCanceledItemNeedsNoTextAndProposesTheCancel() {
        var items = Readings.items(read(READER, sample("pier-wire-2.ninjs.json")));
        var tram = items.getLast().content();
        assertThat(items.getLast().identity())
                .isEqualTo("urn:newsml:pier-wire.example:20260520:tram");
        assertThat(tram.pubStatus()).isEqualTo("canceled");
        assertThat(tram.headline()).isEmpty();
        assertThat(tram.editorialNote()).isEqualTo("Sent in error");
        assertThat(tram.proposals())
                .containsExactly(
                        new ItemProposal(
                                "cancel",
                                null,
                                null,
                                "pubstatus: canceled; ednote: Sent in error",
                                1.0));
    }

    @Test
    void version3IsReadInItsOwnSpelling() {
        var swans = only(read(READER, sample("pier-wire-3.ninjs.json")));
        assertThat(swans.type()).isEqualTo("picture");
        assertThat(swans.pubStatus()).isEqualTo("withheld");
        assertThat(swans.partial()).isTrue();
        assertThat(swans.headline()).isEqualTo("The swans are back");
        assertThat(swans.urgency()).isEqualTo(7);
        assertThat(swans.firstCreated()).hasToString("2026-05-22T06:00:00Z");
        assertThat(swans.embargoedUntil()).hasToString("2026-05-22T18:00:00Z");
        assertThat(swans.editorialNote()).isEqualTo("Names to come");
        assertThat(swans.usageTerms()).isEqualTo("© Jo Rui");
        assertThat(swans.credit()).isEqualTo("Jo Rui");
        assertThat(swans.subjects()).containsExactly(new Subject(null, "birds", "birds"));
        assertThat(swans.media())
                .containsExactly(
                        new ItemMedia(
                                MediaKind.IMAGE,
                                "https://feed.example/pictures/swans-4000.jpg",
                                "The swans are back",
                                "Five swans on the river.",
                                null,
                                "Jo Rui"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]", "{'total': 1, 'items': [%s]}", "{'item': [7, %s]}"})
    void anItemMayStandAloneOrInAList(String document) {
        var item = "{'uri': 'urn:a:1', 'headline': 'A', 'byline': 'Leo'}";
        var reading = read(READER, json(document.formatted(item)));
        assertThat(Readings.items(reading)).extracting("identity").containsExactly("urn:a:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'guid': 'a'                                                                    | guid           | urn:a:1
                    'urgency': '3'                                                                 | urgency        | 3
                    'urgency': 3.0                                                                 | urgency        | 3
                    'priority': 6                                                                  | priority       | 6
                    'type': 'graphic'                                                              | type           | picture
                    'type': 'component'                                                            | type           | text
                    'pubstatus': 'Withheld'                                                        | pubStatus      | withheld
                    'pubstatus': 'cancelled'                                                       | pubStatus      | canceled
                    'pubstatus': null                                                              | pubStatus      | usable
                    'keywords': ['a', 'b']                                                         | keywords       | [a, b]
                    'authors': [{'name': 'Leo', 'role': 'writer'}]                                 | byline         | Leo
                    'place': {'name': 'Mindelo'}                                                   | places         | [Mindelo]
                    'body_text': 'a < b'                                                           | body           | <p>a &lt; b</p>
                    'body_xhtml': '<p>a</p>', 'body_text': 'b'                                     | body           | <p>a</p>
                    'bodies': [{'value': '<p>a</p>'}]                                              | body           | <p>a</p>
                    'description_html': '<p>a</p>', 'description_text': 'b'                        | summary        | <p>a</p>
                    'versioncreated': '2026-05-20T10:00:00+0000'                                   | versionCreated | 2026-05-20T10:00:00Z
                    'contentcreated': '2026-05-20'                                                 | firstCreated   | 2026-05-20T00:00:00Z
                    'copyrightnotice': '© A', 'usageterms': ''                                     | usageTerms     | © A
                    'source': 'Maré'                                                               | credit         | Maré
                    'uri': 'urn:a:2'                                                               | guid           | urn:a:2
                    'associations': [{'type': 'picture', 'renditions': [{'href': 'javascript:x'}]}] | media          | []
                    'associations': [{'type': 'text', 'uri': 'urn:a:9'}]                           | media          | []
                    """)
    void anItemIsReadAllTheSame(String members, String field, String expected) {
        var item = "{'uri': 'urn:a:1', 'headline': 'A', 'slugline': 's', " + members + "}";
        assertThat(only(read(READER, json(item)))).extracting(field).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'headline': 'A'",
                "'headline_main': 'A'",
                "'headlines': [{'value': 'A'}]",
                "'type': 'text', 'title': 'A'",
                "'$standard': {'name': 'ninjs'}, 'title': 'A'",
                "'description_text': 'A'",
                "'body_new': 'A'"
            })
    void littleIsEnough(String member) {
        var content = only(read(READER, json("{'uri': 'urn:a:1', %s}".formatted(member))));
        assertThat(content.headline() + content.body()).contains("A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "'high'", "1e999999999", "[3]", "null"})
    void anUrgencyThatIsNoneIsLeftOut(String urgency) {
        var item = "{'uri': 'urn:a:1', 'headline': 'A', 'urgency': " + urgency + "}";
        assertThat(only(read(READER, json(item))).urgency()).isNull();
    }

    @Test
    void ofSeveralTextsTheOneForReadersIsTaken() {
        var item =
                "{'uri': 'urn:a:1', 'type': 'picture', 'headline': 'A', 'descriptions': ["
                        + "{'role': 'writer', 'value': 'w'}, {'role': 'caption', 'value': 'c'}],"
                        + "'bodies': [{'role': 'text', 'value': 'b'}, {'role': 'rich',"
                        + " 'contentType': 'text/html', 'value': '<p>r</p>'}]}";
        var content = only(read(READER, json(item)));
        assertThat(content.summary()).isEqualTo("<p>c</p>");
        assertThat(content.body()).isEqualTo("<p>r</p>");
    }

    @Test
    void whatAnEventPlansIsNoItemYet() {
        var event =
                "{'uri': 'urn:a:1', 'type': 'event', 'title': 'The ball drops', 'plannedCoverage':"
                        + " [{'uri': 'urn:a:2', 'type': 'text', 'title': 'Report'}]}";
        assertThat(only(read(READER, json(event))).headline()).isEqualTo("The ball drops");
    }

    @Test
    void theTextsOfACompositeAreReadOneAfterTheOther() {
        var composite =
                "{'uri': 'urn:a:1', 'type': 'composite', 'headline': 'Three boats', 'associations':"
                        + " [{'type': 'text', 'headline': 'One', 'body_html': '<p>a</p>'},{'type':"
                        + " 'text', 'body_text': 'b'},{'type': 'text', 'pubstatus': 'canceled',"
                        + " 'body_text': 'c'}]}";
        var content = only(read(READER, json(composite)));
        assertThat(content.type()).isEqualTo("composite");
        assertThat(content.body()).isEqualTo("<h2>One</h2>\n<p>a</p>\n<p>b</p>");
    }

    @Test
    void anEmbargoThatNobodyUnderstandsKeepsTheItemBack() {
        var item = "{'uri': 'urn:a:1', 'headline': 'A', 'embargoed': '%s'}";
        var reading = read(READER, json(item.formatted("until noon")));
        assertThat(Readings.failures(reading).getFirst().identity()).isEqualTo("urn:a:1");
        assertThat(Readings.failures(reading).getFirst().reason()).contains("until noon");
        assertThat(only(read(READER, json(item.formatted("")))).embargoedUntil()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{'uri': 'urn:a:1'}",
                "{'uri': {'rendered': 'urn:a:1'}, 'headlines': []}",
                "{'items': [{'id': 1, 'content_text': 'a'}]}",
                "[{'guid': {'rendered': 'a'}, 'title': {'rendered': 'A'}, 'slugline': 's'}]",
                "{'uri': 'urn:a:1', 'title': 'A', 'type': 'page'}"
            })
    void otherJsonIsNoNinjs(String document) {
        var raw = new RawDocument(json(document).getBytes(UTF_8), null, Readings.ADDRESS);
        assertThat(READER.recognises(raw)).isFalse();
    }

    private static ItemContent library() {
        var items = Readings.items(read(READER, sample("pier-wire-2.ninjs.json")));
        return items.getFirst().content();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
