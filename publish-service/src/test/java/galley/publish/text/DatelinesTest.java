package galley.publish.text;

import org.junit.jupiter.api.Test;

import galley.events.Dateline;
import galley.events.Part;

import static org.assertj.core.api.Assertions.assertThat;

class DatelinesTest {
    private static final String DATELINE = "CAPE DORN, May 20 (Littoral) —";

    @Test
    void aDatelineBeginsTheFirstParagraph() {
        assertThat(before(DATELINE, "<p>The <b>lamp</b> was changed.</p><p>It worked.</p>"))
                .isEqualTo(
                        "<p><span class=\"dateline\">CAPE DORN, May 20 (Littoral) —</span> The"
                                + " <b>lamp</b> was changed.</p><p>It worked.</p>");
    }

    @Test
    void aBodyThatBeginsOtherwiseGetsAParagraphForIt() {
        assertThat(before(DATELINE, "<ul><li>One</li></ul>"))
                .startsWith(
                        "<p><span class=\"dateline\">CAPE DORN, May 20 (Littoral) —</span> </p>")
                .endsWith("<ul><li>One</li></ul>");
        assertThat(before(DATELINE, "")).contains("CAPE DORN");
    }

    @Test
    void withoutADatelineTheBodyStays() {
        assertThat(before(null, "<p>One</p>")).isEqualTo("<p>One</p>");
        assertThat(before(" ", "<p>One</p>")).isEqualTo("<p>One</p>");
    }

    @Test
    void aDatelineIsTextAndNoMarkup() {
        assertThat(before("<PORTO> —", "<p>One</p>")).contains("&lt;PORTO&gt; —");
    }

    private static String before(String dateline, String body) {
        var data = new Dateline("CAPE DORN", null, "Littoral", dateline);
        return Datelines.before(new Part.Reprint("p1", null, false, data, null, null, body)).html();
    }
}
