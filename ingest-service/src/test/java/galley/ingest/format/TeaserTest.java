package galley.ingest.format;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.kit.html.SafeHtml;

import static org.assertj.core.api.Assertions.assertThat;

/** A teaser invites to read on elsewhere, in whatever language. */
class TeaserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>It sails.</p><p>Continue reading Night ferry</p>",
                "<p>It sails … Read more »</p>",
                "<p>Sie fährt.</p><p><a href=\"/a\">Weiterlesen →</a></p>",
                "<p>Il part.</p><p><a href=\"/a\">Lire la suite</a></p>",
                "<p>It sails. <a href=\"/a\">Continue reading</a></p>",
                "<p>It sails. <a href=\"/a\">[Read more …]</a></p>",
                "<p>It sails […]</p>",
                "<p>It sails.</p><p><a class=\"more-link\" href=\"/a\">Onwards</a></p>"
            })
    void anInvitationAtTheEndMakesATeaser(String html) {
        assertThat(isTeaser(html)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>It sails.</p>",
                "<p>Weiterlesen</p><p>Wer weiterlesen will, braucht Licht.</p><p>Das ist"
                        + " alles.</p>",
                "<p>It sails. <a href=\"/a\">Read more</a> about the ferry, or take it.</p>",
                "<p>You can read more of it in the annex.</p>",
                "<p>[…] It sails.</p>"
            })
    void aWholeTextIsNone(String html) {
        assertThat(isTeaser(html)).isFalse();
    }

    private static boolean isTeaser(String html) {
        return Teaser.isTeaser(html, SafeHtml.toText(html));
    }
}
