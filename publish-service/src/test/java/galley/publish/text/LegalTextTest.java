package galley.publish.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LegalTextTest {
    @Test
    void leavesOrdinaryTextAlone() {
        var text =
                "Ferry \t& tram\n“12 – 14” \uD83D\uDEA2 \u0418\u0441\u0442\u043E\u0440\u0438\u044F";
        assertThat(LegalText.of(text)).isSameAs(text);
        assertThat(LegalText.of(null)).isNull();
    }

    @Test
    void dropsWhatXmlAndDatabasesCantHold() {
        assertThat(LegalText.of("a\u0000b\u000Bc\u001Fd\uFFFEe\uD800f")).isEqualTo("abcdef");
    }
}
