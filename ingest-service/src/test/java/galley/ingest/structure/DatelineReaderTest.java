package galley.ingest.structure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.Dateline;

import static org.assertj.core.api.Assertions.assertThat;

/** Datelines as agencies and papers write them. */
class DatelineReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    en | PORTO, May 18 (Lusa) — The ferry        | PORTO           | 2026-05-18 | Lusa   | PORTO, May 18 (Lusa) —
                    en | LONDON (AP) — The ferry                 | LONDON          | -          | AP     | LONDON (AP) —
                    en | PORT ELLERY, May 14 - The ferry         | PORT ELLERY     | 2026-05-14 | -      | PORT ELLERY, May 14 -
                    en | WASHINGTON, D.C., 3 May 2025 (Reuters) – The ferry | WASHINGTON, D.C. | 2025-05-03 | Reuters | WASHINGTON, D.C., 3 May 2025 (Reuters) –
                    en | KELL (MNS), May 3 — The ferry           | KELL            | 2026-05-03 | MNS    | KELL (MNS), May 3 —
                    en | KELL, Sept. 9 (MNS) — The ferry         | KELL            | 2025-09-09 | MNS    | KELL, Sept. 9 (MNS) —
                    en | MOSCOW, May 20. /TASS/. The ferry       | MOSCOW          | 2026-05-20 | TASS   | MOSCOW, May 20. /TASS/.
                    en | Havana, May 20 (Prensa Latina) The ferry | Havana         | 2026-05-20 | Prensa Latina | Havana, May 20 (Prensa Latina)
                    en | SANDVIK, Tuesday, May 19 (Nordlys) — The ferry | SANDVIK   | 2026-05-19 | Nordlys | SANDVIK, Tuesday, May 19 (Nordlys) —
                    de | BERLIN, 20. Mai (dpa) – Die Fähre       | BERLIN          | 2026-05-20 | dpa    | BERLIN, 20. Mai (dpa) –
                    de | Hamburg (dpa/lno) - Die Fähre           | Hamburg         | -          | dpa/lno | Hamburg (dpa/lno) -
                    de | Osthaven, 20.05.2026 (dpa) – Die Fähre  | Osthaven        | 2026-05-20 | dpa    | Osthaven, 20.05.2026 (dpa) –
                    fr | PARIS, le 20 mai 2026 (AFP) – Le ferry  | PARIS           | 2026-05-20 | AFP    | PARIS, le 20 mai 2026 (AFP) –
                    fr | PORT-ELLERY, 1er mai (AFP) – Le ferry   | PORT-ELLERY     | 2026-05-01 | AFP    | PORT-ELLERY, 1er mai (AFP) –
                    """)
    void placeDayAndAgencyAreToldApart(
            String language, String text, String place, String day, String agency, String all) {
        var read = reader(language).read(text);
        assertThat(read).isNotNull();
        var dateline = read.dateline();
        assertThat(dateline.place()).isEqualTo(place);
        assertThat(String.valueOf(dateline.date())).isEqualTo(String.valueOf(day));
        assertThat(dateline.agency()).isEqualTo(agency);
        assertThat(dateline.text()).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ferry sails – at last.",
                "Porto is a town – and a wine.",
                "On May 18 (Lusa) — the ferry",
                "The Harbour Board (HB) decided.",
                "Two towns, three libraries — and a boat.",
                "PORTO, May 18 (Lusa) —",
                "PORTO",
                "— PORTO, May 18",
                ""
            })
    void ordinaryBeginningsAreNoDatelines(String text) {
        assertThat(reader("en").read(text)).isNull();
    }

    @Test
    void aDayWithoutAYearIsTheLastOneBeforeThePost() {
        assertThat(read("PORTO, May 31 (Lusa) — It").date()).hasToString("2026-05-31");
        assertThat(read("PORTO, June 2 (Lusa) — It").date()).hasToString("2026-06-02");
        assertThat(read("PORTO, June 3 (Lusa) — It").date()).hasToString("2025-06-03");
        assertThat(read("PORTO, Feb. 30 (Lusa) — It").date()).isNull();
    }

    @Test
    void withoutAPostsDayAYearIsNotGuessed() {
        var reader = new DatelineReader(Vocabulary.of("en"), null);
        assertThat(reader.read("PORTO, May 18 (Lusa) — It").dateline().date()).isNull();
        assertThat(reader.read("PORTO, May 18, 2025 (Lusa) — It").dateline().date())
                .hasToString("2025-05-18");
    }

    private static Dateline read(String text) {
        return reader("en").read(text).dateline();
    }

    private static DatelineReader reader(String language) {
        return new DatelineReader(Vocabulary.of(language), Structures.PUBLISHED);
    }
}
