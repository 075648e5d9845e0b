package galley.ingest.structure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the editors have put into foreign text. */
class EditorsMarksTest {
    private static final String LEAD = "<p>The following article was first published by Maré.</p>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    It costs two crowns [the price of a coffee]. | the price of a coffee
                    They call it a “stund” [a local measure].    | a local measure
                    “It was [then – ed.] the first of its kind.” | then – ed.
                    He said: "I know." The boat [a yawl] sank.   | a yawl
                    """)
    void bracketsInAReprintAreTheEditors(String text, String mark) {
        var structure = Structures.of(LEAD + "<p>" + text + "</p>");
        assertThat(Structures.values(structure, "editorsMark")).containsExactly(mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It costs […] two crowns.",
                "It costs two crowns [1].",
                "It is wierd [sic].",
                "“We [the pilots] have no radio,” she said.",
                "An open [ bracket",
                "Empty [] and [ ]"
            })
    void notEveryBracketIsAMark(String text) {
        var structure = Structures.of(LEAD + "<p>" + text + "</p>");
        assertThat(Structures.values(structure, "editorsMark")).isEmpty();
    }

    @Test
    void inTheirOwnTextEditorsNeedNoMarks() {
        var structure = Structures.of("<p>The bracket [as here] is old.</p>");
        assertThat(structure.proposals()).isEmpty();
    }
}
