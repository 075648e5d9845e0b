package galley.ingest.structure;

import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Single sentences, and what they say of a text's origin. */
class CreditReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    en | This article originally appeared in <em>The Quay</em>. | THIS publisher=The Quay
                    en | This piece first ran in the Sunday edition of the Harbour Herald on 3 May. | THIS publisher=Harbour Herald publishedOn=2026-05-03
                    en | First published in Tidelines, May 2026. | THIS publisher=Tidelines
                    en | (First published in the Weekly Lamp, May 4, 2026) | THIS publisher=Weekly Lamp publishedOn=2026-05-04
                    en | Editors’ note: This article first appeared in Well World. | THIS publisher=Well World
                    en | Reproduced with the kind permission of the Estuary Trust. | THIS publisher=Estuary Trust
                    en | Source: <a href="https://valley.example/a">Valley Press</a> | THIS publisher=Valley Press url=https://valley.example/a
                    en | The above article was first published by the Weekly Lamp. | ABOVE publisher=Weekly Lamp
                    en | The following report by Iris Vane appeared in Valley Press on 4 May 2026. | BELOW publisher=Valley Press publishedOn=2026-05-04 author=Iris Vane
                    en | In the article below, Helen Frost, a marine engineer, explains how silt moves. | BELOW author=Helen Frost
                    en | The Well Diggers’ Guild released the statement below on Monday. | BELOW publisher=Well Diggers’ Guild
                    en | We reprint below the text of Dr Quist’s remarks. | BELOW author=Dr Quist
                    en | An extract from this report was published by the Delta Institute. | THIS publisher=Delta Institute excerpt=true
                    en | This article was published by the <em>Lantern</em> and the <em>Quayside Gazette</em>. | THIS publisher=Lantern publisher=Quayside Gazette
                    en | This article was published by Rail and Street. | THIS publisher=Rail and Street
                    en | The two articles below were published by Open Water and the Baltic Observer. | BELOW publisher=Open Water publisher=Baltic Observer
                    en | This article was first published in Spanish by Últimas Horas. This English translation was published in Orilla Tribune. | THIS language=es publisher=Últimas Horas translationPublisher=Orilla Tribune
                    en | Translated by Ruth Adler for Open Water from the Norwegian original in Kysten. | THIS translator=Ruth Adler translationPublisher=Open Water language=no publisher=Kysten
                    en | Jon Ash, a well digger, writes in the Weekly Lamp. We reprint his article below. | BELOW publisher=Weekly Lamp author=Jon Ash
                    de | Zuerst erschienen in: Küstenbote, 12. Mai 2026. | THIS publisher=Küstenbote publishedOn=2026-05-12
                    de | Wir übernehmen den Artikel mit Dank aus der Talzeitung vom 4. Mai 2026. | BELOW publisher=Talzeitung publishedOn=2026-05-04
                    de | Folgender Beitrag von Jon Esch ist am 4. Mai in der Wochenlampe erschienen: | BELOW publishedOn=2026-05-04 publisher=Wochenlampe author=Jon Esch
                    de | Der Bund der Lotsen hat folgende Erklärung veröffentlicht: | BELOW publisher=Bund der Lotsen
                    de | Aus dem Englischen übersetzt von Ruth Adler für die Wochenlampe. | THIS language=en translator=Ruth Adler translationPublisher=Wochenlampe
                    fr | Article publié initialement sur le site du Courrier des Îles le 3 mai 2026. | THIS publisher=Courrier des Îles publishedOn=2026-05-03
                    fr | Nous publions ci-dessous une tribune d’Hélène Frost, parue dans Le Matin du Nord. | BELOW publisher=Le Matin du Nord author=Hélène Frost
                    fr | L’Union des pilotes a publié le communiqué suivant : | BELOW publisher=Union des pilotes
                    fr | Traduit de l’anglais par Jeanne Morel. | THIS language=en translator=Jeanne Morel
                    fr | Propos recueillis par Lena Fischer pour Radio Port. | THIS author=Lena Fischer publisher=Radio Port
                    """)
    void saysWhereATextComesFrom(String language, String sentence, String expected) {
        assertThat(read(language, sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "According to the Harbour Gazette, the rope works were built in 1880.",
                "The novel was first published in 1950 by Harbour House.",
                "This article was written on a train.",
                "In this report, the Harbour Board says that dredging is dear.",
                "This statement by the Harbour Board is worth reading twice.",
                "We publish every bracket that we are sent.",
                "In this series we publish reports from readers.",
                "Readers have sent us the following letters.",
                "In the following weeks we will visit five people who read at night.",
                "The interview with Clara Winter will be broadcast by Radio Estuary on Friday.",
                "The Lantern reported that eleven were not.",
                "“The following ships will pay,” said one of them, and read out a list."
            })
    void speaksOfOthersAndOfNoOrigin(String sentence) {
        assertThat(read("en", sentence)).isEqualTo("nothing");
    }

    private static String read(String language, String sentence) {
        var reader = new CreditReader(Vocabulary.of(language), Structures.PUBLISHED);
        var credit = reader.read(Structures.block("<p>" + sentence + "</p>", language));
        return credit == null
                ? "nothing"
                : credit.direction()
                        + credit.claims().stream()
                                .map(it -> it.what().replace("attribution.", "") + "=" + it.value())
                                .map(claim -> " " + claim)
                                .collect(Collectors.joining());
    }
}
