package galley.ingest.language;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageDetectionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The ferry between the two banks runs again since Monday, the port says, after"
                        + " eleven weeks.",
                "de | Die Fähre zwischen den beiden Ufern fährt seit Montag wieder, teilt der Hafen"
                        + " nach elf Wochen mit.",
                "fr | Le bac entre les deux rives circule de nouveau depuis lundi, annonce le port"
                        + " après onze semaines.",
                "es | El transbordador entre las dos orillas vuelve a navegar desde el lunes, según"
                        + " informa el puerto.",
                "pt | O barco entre as duas margens voltou a navegar na segunda-feira, informa o"
                        + " porto da cidade.",
                "ru | Паром между двумя берегами снова ходит с понедельника, сообщает порт после"
                        + " одиннадцати недель ремонта.",
                "ar | عادت العبارة بين الضفتين إلى العمل يوم الاثنين بعد أحد عشر أسبوعا من الإصلاح"
                        + " كما أعلن الميناء"
            })
    void theLanguageOfAParagraphIsTold(String language, String text) {
        assertThat(LanguageDetection.of("<p>" + text + "</p>")).contains(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>Porto, Lisboa</p>",
                "<p>12 34 56 78 90 12 34 56 78 90 12 34 56 78 90</p>",
                "<img src=\"https://a.example/the-ferry-between-the-two-banks.jpg\">"
            })
    void whatIsTooShortOrNoTextIsNotGuessed(String html) {
        assertThat(LanguageDetection.of(html)).isEmpty();
    }
}
