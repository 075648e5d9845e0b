package galley.ingest.similarity;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NormalWordsTest {

    @Test
    void caseAndPunctuationAreNoDifference() {
        assertThat(NormalWords.of("PORTO — “It’s open,” she said."))
                .isEqualTo(NormalWords.of("Porto - \"it's open\" She said"))
                .containsExactly("porto", "it", "s", "open", "she", "said");
    }

    @Test
    void otherFiguresAre() {
        assertThat(NormalWords.of("Up 3.5% to 1,200"))
                .containsExactly("up", "3", "5", "to", "1", "200");
    }

    @Test
    void compatibilityFormsAreNoDifference() {
        assertThat(NormalWords.of("ﬁve ①⑨ Ｆｕｌｌ re\u0301sume\u0301"))
                .containsExactly("five", "19", "full", "résumé");
    }

    @Test
    void invisibleCharactersPartNoWord() {
        assertThat(NormalWords.of("light\u00adhouse zero\u200bwidth"))
                .containsExactly("lighthouse", "zerowidth");
    }

    @Test
    void eachCharacterIsAWordWhereNoSpacesAreWritten() {
        assertThat(NormalWords.of("港口开放，2026年")).containsExactly("港", "口", "开", "放", "2026", "年");
        assertThat(NormalWords.of("port港abc")).containsExactly("port", "港", "abc");
        assertThat(NormalWords.of("น้ำ")).hasSizeGreaterThan(1);
    }

    @Test
    void marksStayWithTheirLetters() {
        assertThat(NormalWords.of("नमस्ते दुनिया")).containsExactly("नमस्ते", "दुनिया");
    }
}
