package galley.editorial.proposal;

import java.util.List;

import org.junit.jupiter.api.Test;

import galley.events.Part;
import galley.events.Person;
import galley.events.Proposal;

import static org.assertj.core.api.Assertions.assertThat;

/** Those who speak stand where the text presents them, and once. */
class SpeakersTest {
    private static final Person ADA = new Person("Ada Quist", "botanist", "Salt Office", null);
    private static final Part LAST = new Part.Original("p2", null, "<p>Good night.</p>");

    private static List<Part> with(List<Part> parts, String... people) {
        List<Part> result = parts;
        for (String person : people) {
            var proposal = new Proposal("x", "person", "p1", person, null, 0.9);
            result = Speakers.with(result, proposal, person);
        }
        return result;
    }

    private static List<Part> text(String html) {
        return List.of(new Part.Original("p1", null, html), LAST);
    }

    @Test
    void aListOfThemBecomesThePeopleBehindTheLineThatAnnouncesIt() {
        var parts =
                with(
                        text(
                                """
                                <p>The speakers were:</p>
                                <ul><li><b>Ada Quist</b> (botanist, Salt Office)</li>
                                <li><a href="https://arden.example/">Tomas Arden</a></li></ul>\
                                """),
                        "Ada Quist|botanist|Salt Office",
                        "Tomas Arden");
        assertThat(parts)
                .containsExactly(
                        new Part.Original("p1", null, "<p>The speakers were:</p>"),
                        new Part.People(
                                null,
                                List.of(
                                        ADA,
                                        new Person(
                                                "Tomas Arden",
                                                null,
                                                null,
                                                "https://arden.example/"))),
                        LAST);
    }

    @Test
    void aListWithoutAnyOtherWordsGivesThePeopleItsPlace() {
        assertThat(
                        with(
                                text("<ul><li>Ada Quist, botanist, Salt Office</li></ul>"),
                                "Ada Quist|botanist|Salt Office"))
                .containsExactly(new Part.People("p1", List.of(ADA)), LAST);
    }

    @Test
    void aLineThatSaysMoreStays() {
        var parts = text("<ul><li>Ada Quist, botanist, Salt Office, who spoke first</li></ul>");
        assertThat(with(parts, "Ada Quist|botanist|Salt Office"))
                .containsExactly(parts.getFirst(), new Part.People(null, List.of(ADA)), LAST);
    }

    @Test
    void aLineWithSeveralLinksStays() {
        var parts =
                text(
                        "<ul><li><a href=\"https://a.example/\">Ada Quist</a>, botanist, <a"
                                + " href=\"https://b.example/\">Salt Office</a></li></ul>");
        assertThat(with(parts, "Ada Quist|botanist|Salt Office")).contains(parts.getFirst());
    }

    @Test
    void ofAPartThatIsGoneTheyStandLast() {
        assertThat(with(List.of(LAST), "Ada Quist|botanist|Salt Office"))
                .containsExactly(LAST, new Part.People(null, List.of(ADA)));
    }
}
