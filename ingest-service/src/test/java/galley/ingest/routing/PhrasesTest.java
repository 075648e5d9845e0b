package galley.ingest.routing;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhrasesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port          | The port is open           | true",
                "port          | The Port's gates           | true",
                "port          | An airport opens           | false",
                "port          | Ports open                 | false",
                "port*         | Ports open                 | true",
                "port*         | An airport opens           | false",
                "PORT          | the port                   | true",
                "sao tome      | Voters in São  Tomé        | true",
                "são tomé      | Voters in SAO TOME         | true",
                "night ferry   | The night-ferry sails      | false",
                "night-ferry   | The night-ferry sails      | true",
                "R&D           | Money for R&D, at last     | true",
                "straße        | In der STRASSE             | true",
                "港口           | 新港口开放                    | true",
                "5G            | A 5G mast                  | true",
                "5G            | A 15G mast                 | false",
                "c++           | Written in C++, mostly     | true"
            })
    void aPhraseStandsAsWholeWords(String phrase, String text, boolean stands) {
        assertThat(Phrases.stands(Phrases.normal(phrase), Phrases.normal(text))).isEqualTo(stands);
    }
}
