package galley.ingest.wire;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.Dateline;

import static org.assertj.core.api.Assertions.assertThat;

class DatelineTextTest {
    private static final LocalDate ABOUT = LocalDate.of(2026, 1, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORTO, May 20 (Lusa) — It rains.         | PORTO                | 2026-05-20 |"
                        + " Lusa",
                "NEW YORK (AP) — It rains.                | NEW YORK             |            | AP",
                "NORFOLK, Va. (PW) _ It rains.            | NORFOLK, Va.         |            | PW",
                "London (dpa) - Es regnet.                | London               |            |"
                        + " dpa",
                "Gaza City, Coast, May 16, 2021 (AFP) - A | Gaza City, Coast     | 2021-05-16 |"
                        + " AFP",
                "Paris, 10 juil 2024 (AFP) - Il pleut.    | Paris                | 2024-07-10 |"
                        + " AFP",
                "Bruselas, 16 ene (EFE).- Llueve.         | Bruselas             | 2026-01-16 |"
                        + " EFE",
                "Bruselas, 31 de dic (EFE).- Llueve.      | Bruselas             | 2025-12-31 |"
                        + " EFE",
                "(ANSA) - Rome, October 11 - It rains.    | Rome                 | 2025-10-11 |"
                        + " ANSA",
                "(ANSA) - It rains.                       |                      |            |"
                        + " ANSA",
                "MOSCOW, January 21. /TASS/. It rains.    | MOSCOW               | 2026-01-21 |"
                        + " TASS",
                "København /ritzau/: Det regner.          | København            |            |"
                        + " ritzau",
                "Oslo (NTB): Det regner.                  | Oslo                 |            |"
                        + " NTB",
                "ROME/PARIS (Wire) - It rains.            | ROME/PARIS           |            |"
                        + " Wire",
                "Port-au-Prince (AFP) - It rains.         | Port-au-Prince       |            |"
                        + " AFP",
                "Jan. 12 (Desk) - It rains.               |                      | 2026-01-12 |"
                        + " Desk",
                "OTTAWA - It rains.                       | OTTAWA               |            |"
            })
    void datelinesHaveAPlaceADayAndAnAgency(
            String text, String place, LocalDate day, String agency) {
        int length = DatelineText.length(text);
        assertThat(text.substring(length)).matches("(It|Es|Il|Llueve|Det|A)\\b.*");
        var line = text.substring(0, length).strip();
        assertThat(DatelineText.parse(text.substring(0, length), ABOUT))
                .isEqualTo(new Dateline(place, day, agency, line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rains (again) and again.",
                "The company (PRT) said it - or its owner - rains.",
                "Norne (a town) has rain.",
                "rain (AP) - it falls",
                "\"Rain\" (AP) - it falls",
                "NORNE rains - often",
                "",
                "(",
                "A - B"
            })
    void otherTextsStartWithNone(String text) {
        assertThat(DatelineText.length(text)).isZero();
    }

    @Test
    void aLongStartIsNoDatelineAndCostsNothing() {
        assertThat(DatelineText.length("A".repeat(1_000_000))).isZero();
        assertThat(DatelineText.length("A, ".repeat(300_000) + "(AP) - b")).isZero();
    }

    @Test
    void withoutAYearAnywhereTheDayStaysUnknown() {
        assertThat(DatelineText.parse("PORTO, May 20 (Lusa) —", null).date()).isNull();
    }

    @Test
    void aWordOfTheSameFormIsNoMonth() {
        assertThat(DatelineText.parse("Boeing 747", ABOUT))
                .isEqualTo(new Dateline("Boeing 747", null, null, "Boeing 747"));
        assertThat(DatelineText.parse("Rome, February 30", ABOUT).date()).isNull();
    }
}
