package galley.kit.html;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Words are changed where the plain text says, and the markup stays. */
class EditableTextTest {
    private static final int SAMPLES = 2_000;

    private static String replaced(String html, String old, String words) {
        var body = EditableText.of(html);
        int start = body.text().indexOf(old);
        body.replace(start, start + old.length(), words);
        return body.html();
    }

    @Test
    void theMarkupAroundStays() {
        assertThat(
                        replaced(
                                "<p>The <a href=\"https://a.example/\">old lamp</a> turns</p>",
                                "old",
                                "new"))
                .isEqualTo("<p>The <a href=\"https://a.example/\">new lamp</a> turns</p>");
        assertThat(replaced("<p>Salt &amp; <em>iron</em></p>", "iron", "<rust>"))
                .isEqualTo("<p>Salt &amp; <em>&lt;rust&gt;</em></p>");
    }

    @Test
    void wordsAcrossMarkupGetThatOfTheFirst() {
        assertThat(replaced("<p>Two <b>old <i>lamps</i></b> turn</p>", "old lamps", "beacons"))
                .isEqualTo("<p>Two <b>beacons</b> turn</p>");
    }

    @Test
    void markupAroundNothingGoes() {
        assertThat(replaced("<p>A <b>very</b> old lamp</p>", "very ", ""))
                .isEqualTo("<p>A old lamp</p>");
        assertThat(replaced("<p>One</p><ul><li><b>Two</b></li></ul>", "Two", ""))
                .isEqualTo("<p>One</p>");
        assertThat(replaced("<table><tr><td>One</td><td>Two</td></tr></table>", "One", ""))
                .contains("<td></td><td>Two</td>");
    }

    @Test
    void wordsAreInsertedBehindTheCharacterBefore() {
        var body = EditableText.of("<p>The <b>lamp</b></p>");
        body.replace(4, 4, "new ");
        assertThat(body.html()).isEqualTo("<p>The new <b>lamp</b></p>");
    }

    @Test
    void aRangeBeyondABlockIsNone() {
        for (String html :
                new String[] {
                    "<p>One</p><p>Two</p>",
                    "<p>One<br>Two</p>",
                    "<table><tr><td>One </td><td>Two</td></tr></table>",
                    "<ul><li>One</li><li>Two</li></ul>"
                }) {
            var body = EditableText.of(html);
            assertThat(body.isWithinBlock(0, 3)).as(html).isTrue();
            assertThat(body.isWithinBlock(4, 7)).as(html).isTrue();
            assertThat(body.isWithinBlock(0, 4)).as(html).isFalse();
            assertThat(body.isWithinBlock(0, 7)).as(html).isFalse();
            assertThatThrownBy(() -> body.replace(0, 7, "x"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anyRangeOfAnyTextIsReplacedAndNothingElse() {
        int replaced = 0;
        for (int seed = 0; seed < SAMPLES; seed++) {
            var random = new Random(seed);
            String html = SafeHtml.clean(new RandomHtml(seed).source.toString());
            var body = EditableText.of(html);
            String text = body.text();
            assertThat(text).as(html).isEqualTo(SafeHtml.toText(html));
            if (text.isEmpty()) {
                continue;
            }
            int start = random.nextInt(text.length());
            int end = start + 1 + random.nextInt(Math.min(12, text.length() - start));
            if (body.isWithinBlock(start, end)) {
                body.replace(start, end, "ZZ");
                String wanted = text.substring(0, start) + "ZZ" + text.substring(end);
                assertThat(SafeHtml.toText(body.html()).replaceAll("\\s+", " "))
                        .as("seed %d: %d to %d of %s", seed, start, end, html)
                        .isEqualTo(wanted.replaceAll("\\s+", " "));
                replaced++;
            }
        }
        assertThat(replaced).isGreaterThan(SAMPLES / 4);
    }
}
