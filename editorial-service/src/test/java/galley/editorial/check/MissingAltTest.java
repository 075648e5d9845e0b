package galley.editorial.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.events.MediaKind;
import galley.events.Part;

import static galley.editorial.check.Proofs.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class MissingAltTest {
    private static final String URL = "https://pictures.example/harbour";

    private final MissingAlt check = new MissingAlt();

    @ParameterizedTest
    @CsvSource({
        "IMAGE, , 1",
        "IMAGE, ' ', 1",
        "VIDEO, , 1",
        "AUDIO, , 1",
        "DOCUMENT, , 0",
        "IMAGE, The harbour at dawn, 0",
        "AUDIO, A foghorn, 0"
    })
    void mediaHaveAnAlternative(MediaKind kind, String alt, int findings) {
        Part media = new Part.Media("m1", kind, URL, null, "A caption", null, alt);
        assertThat(check.look(article().parts(media).proof()))
                .hasSize(findings)
                .allMatch(found -> found.part().equals("m1") && found.evidence().equals(URL));
    }

    @ParameterizedTest
    @CsvSource({
        "<p><img src='https://a.example/1'></p>, 1",
        "<p><img src='https://a.example/1' alt=''></p>, 1",
        "<figure><img src='https://a.example/1' alt='A crane'></figure>, 0",
        "<p>No picture</p>, 0"
    })
    void soDoPicturesInBodies(String body, int findings) {
        assertThat(check.look(article().text(body).proof())).hasSize(findings);
    }

    @Test
    void eachPictureIsFoundWhereItIs() {
        assertThat(
                        check.look(
                                article()
                                        .text("<img src='https://a.example/1' alt='One'>")
                                        .text(
                                                "<img src='https://a.example/2'>"
                                                        + "<img src='https://a.example/3'>")
                                        .proof()))
                .extracting(Defect::part, Defect::evidence)
                .containsExactly(
                        tuple("p2", "https://a.example/2"), tuple("p2", "https://a.example/3"));
    }
}
