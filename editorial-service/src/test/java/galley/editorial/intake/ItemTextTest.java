package galley.editorial.intake;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ItemTextTest {
    private static final String BODY =
            "<p>The ferry “Santa Rita” sails again, after two winters in the dock.</p><p>It costs"
                    + " two crowns.</p>";

    private static ItemText text(String summary, String body) {
        return ItemText.of(
                IngestedItem.harbour()
                        .with("summary", summary)
                        .with("body", body)
                        .read()
                        .content());
    }

    @Test
    void aSummaryThatSaysMoreIsTheStandfirst() {
        ItemText text = text("<p>Ana Lobo was <em>on board</em>.</p>", BODY);
        assertThat(text.standfirst()).isEqualTo("Ana Lobo was on board.");
        assertThat(text.body()).isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>The ferry “Santa Rita” sails again, after two winters in the dock.</p>",
                "The ferry \"Santa Rita\" sails again",
                "The ferry “Santa Rita” sails […]",
                "<p>The ferry “Santa Rita” sails again, after two &hellip; <a"
                    + " href='https://a.example'>Continue reading <span>Night ferry</span></a></p>",
                "The ferry “Santa Rita” sails... Read more",
                "<p>The ferry “Santa Rita” sails [&#8230;]</p><p>The post <a"
                        + " href='https://a.example'>Night ferry</a> appeared first on <a"
                        + " href='https://b.example'>The Tide Letter</a>.</p>",
                "Harbour opens",
                " "
            })
    void aSummaryThatOnlyRepeatsIsNone(String summary) {
        assertThat(text(summary, BODY)).isEqualTo(new ItemText(null, BODY));
    }

    @Test
    void aSummaryIsTheTextWhereThereIsNoOther() {
        assertThat(text("<p>Only this.</p>", ""))
                .isEqualTo(new ItemText(null, "<p>Only this.</p>"));
        String video = "<figure data-embed=\"https://video.example/1\"></figure>";
        assertThat(text("<p>Only this.</p>", video))
                .isEqualTo(new ItemText(null, "<p>Only this.</p>" + video));
        assertThat(text(null, "")).isEqualTo(new ItemText(null, ""));
    }

    @Test
    void aPictureAloneIsAText() {
        String picture = "<p><img src=\"https://pics.example/1.jpg\"></p>";
        assertThat(text("<p>The pier.</p>", picture)).isEqualTo(new ItemText("The pier.", picture));
    }

    @Test
    void whatCanNotBeStoredIsLeftOut() {
        assertThat(text("a\u0000b", "<p>c\u0007d</p>")).isEqualTo(new ItemText("ab", "<p>cd</p>"));
    }
}
