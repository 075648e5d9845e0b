package galley.editorial.slug;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugTextTest {
    private static final UUID ID = UUID.fromString("0198c2f0-1234-7abc-8def-0123456789ab");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Harbour opens                     | harbour-opens
                    Ferry & tram: “one ticket”, 2026! | ferry-tram-one-ticket-2026
                    It's the harbour's day            | its-the-harbours-day
                    It’s the harbour’s day            | its-the-harbours-day
                    'Quoted' words                    | quoted-words
                    Färjan går till Åland             | farjan-gar-till-aland
                    Große Straße                      | grosse-strasse
                    Æblehaven på Sjælland             | aeblehaven-pa-sjaelland
                    Łódź żegluga                      | lodz-zegluga
                    Паром открыт                      | parom-otkryt
                    Το λιμάνι άνοιξε                  | to-limani-anoixe
                    港口开放                            | gang-kou-kai-fang
                    ＦＵＬＬ width                      | full-width
                    --- dashes --- around ---         | dashes-around
                    `   `                             | article-0198c2f0
                    !?                                | article-0198c2f0
                    🚢🚢                              | article-0198c2f0
                    """)
    void anyScriptBecomesAnAddressInAscii(String headline, String slug) {
        assertThat(SlugText.of(headline, ID)).isEqualTo(slug);
    }

    @Test
    void longHeadlinesEndAtAWord() {
        String slug = SlugText.of("ferry ".repeat(40), ID);
        assertThat(slug).hasSizeLessThanOrEqualTo(SlugText.MAX_LENGTH).matches("(ferry-)*ferry");
    }

    @Test
    void aWordOfTheWholeLengthStaysWhole() {
        String word = "a".repeat(SlugText.MAX_LENGTH);
        assertThat(SlugText.of(word, ID)).isEqualTo(word);
        assertThat(SlugText.of(word + " more", ID)).isEqualTo(word);
    }

    @Test
    void aSingleEndlessWordIsCut() {
        assertThat(SlugText.of("a".repeat(500), ID)).hasSize(SlugText.MAX_LENGTH);
    }

    @Test
    void noSlugCanBeTakenForAnId() {
        assertThat(SlugText.of(ID.toString(), ID)).isEqualTo("article-" + ID);
        assertThat(SlugText.of("5, 4, 3, 2, 1", ID)).isEqualTo("article-5-4-3-2-1");
    }
}
