package galley.editorial.check.link;

import java.util.List;

import org.junit.jupiter.api.Test;

import galley.events.Attribution;
import galley.events.MediaKind;
import galley.events.Part;
import galley.events.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** Where links stand in an article. */
class PartLinkTest {

    @Test
    void theyAreInBodiesMediaAttributionsAndPeople() {
        List<PartLink> links =
                PartLink.of(
                        List.of(
                                new Part.Introduction(
                                        "i",
                                        "<a href=\"https://A.example/x#top\">x</a>"
                                                + "<a href=\"https://A.example/x#top\">x</a>"
                                                + "<a href=\"mailto:a@a.example\">mail</a>"),
                                new Part.Reprint(
                                        "r",
                                        null,
                                        false,
                                        null,
                                        new Attribution(
                                                "P",
                                                null,
                                                "https://p.example/",
                                                null,
                                                null,
                                                null,
                                                null,
                                                "https://t.example/"),
                                        null,
                                        "<figure data-embed=\"https://v.example/1\"></figure>"
                                                + "<img src=\"https://i.example/1\">"),
                                new Part.Original("o", null, "<p>none</p>"),
                                new Part.Media(
                                        "m",
                                        MediaKind.IMAGE,
                                        "https://m.example/ü",
                                        null,
                                        null,
                                        null,
                                        null),
                                new Part.People(
                                        "e",
                                        List.of(
                                                new Person("A", null, null, null),
                                                new Person("B", null, null, "http://b.example")))));
        assertThat(links)
                .extracting(link -> link.part() + " " + link.address())
                .containsExactly(
                        "i https://a.example/x",
                        "r https://p.example/",
                        "r https://t.example/",
                        "r https://v.example/1",
                        "r https://i.example/1",
                        "m https://m.example/%C3%BC",
                        "e http://b.example/");
    }

    @Test
    void whatIsTooLongToBeKeptIsPassedOver() {
        String address = "https://a.example/" + "x".repeat(2_000);
        assertThat(
                        PartLink.of(
                                List.of(
                                        new Part.Introduction(
                                                "i", "<a href=\"" + address + "\">x</a>"))))
                .isEmpty();
    }
}
