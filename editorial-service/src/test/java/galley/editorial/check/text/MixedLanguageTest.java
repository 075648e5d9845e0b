package galley.editorial.check.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import galley.editorial.check.Defect;
import galley.editorial.check.Proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class MixedLanguageTest {
    private static final Map<String, String> TEXTS =
            Map.ofEntries(
                    Map.entry(
                            "en",
                            "The harbour opened on Monday after two years of work, and the first"
                                    + " ferry left for the islands at noon with forty people on"
                                    + " board, the port authority said."),
                    Map.entry(
                            "de",
                            "Der Hafen ist am Montag nach zwei Jahren Arbeit wieder geöffnet"
                                + " worden, und die erste Fähre fuhr am Mittag mit vierzig Menschen"
                                + " an Bord zu den Inseln, teilte die Behörde mit."),
                    Map.entry(
                            "fr",
                            "Le port a rouvert lundi après deux ans de travaux, et le premier ferry"
                                    + " est parti à midi vers les îles avec quarante personnes à"
                                    + " bord, a indiqué l’autorité portuaire."),
                    Map.entry(
                            "es",
                            "El puerto abrió el lunes después de dos años de obras y el primer"
                                + " transbordador salió al mediodía hacia las islas con cuarenta"
                                + " personas a bordo, dijo la autoridad portuaria."),
                    Map.entry(
                            "pt",
                            "O porto abriu na segunda-feira depois de dois anos de obras, e a"
                                    + " primeira embarcação saiu ao meio-dia para as ilhas com"
                                    + " quarenta pessoas a bordo, disse a autoridade portuária."),
                    Map.entry(
                            "nb",
                            "Havna åpnet mandag etter to år med arbeid, og den første ferja dro"
                                    + " klokka tolv mot øyene med førti mennesker om bord, sier"
                                    + " havnevesenet i en melding til avisene."),
                    Map.entry(
                            "ru",
                            "Порт открылся в понедельник после двух лет работ, и первый паром ушёл"
                                + " в полдень к островам с сорока пассажирами на борту, сообщило"
                                + " управление порта журналистам в тот же день утром."),
                    Map.entry(
                            "uk",
                            "Порт відкрився в понеділок після двох років робіт, і перший пором"
                                    + " вирушив опівдні до островів із сорока пасажирами на борту,"
                                    + " повідомило управління порту журналістам того ж дня."),
                    Map.entry(
                            "ar",
                            "افتتح الميناء يوم الاثنين بعد عامين من العمل، وغادرت العبارة الأولى"
                                    + " عند الظهر إلى الجزر وعلى متنها أربعون شخصا، حسبما ذكرت سلطة"
                                    + " الميناء في بيان لها صدر مساء اليوم نفسه."),
                    Map.entry(
                            "ja",
                            "港は二年間の工事を終えて月曜日に再開し、最初のフェリーは正午に四十人を乗せて島々へ"
                                    + "向けて出港したと港湾局が発表した。島の住民は再開を心から喜んでいると話している。"));

    private final MixedLanguage check = new MixedLanguage();

    private List<Defect> look(String language, String... bodies) {
        Proofs article = Proofs.article().language(language);
        Stream.of(bodies).forEach(body -> article.text("<p>" + body + "</p>"));
        return check.look(article.proof());
    }

    static Stream<Arguments> pairs() {
        return TEXTS.keySet().stream()
                .flatMap(said -> TEXTS.keySet().stream().map(in -> arguments(said, in)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aTextIsInTheLanguageThatTheArticleSays(String said, String in) {
        assertThat(look(said, TEXTS.get(in))).hasSize(said.equals(in) ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, en",
        "pt-BR, pt",
        "no, nb",
        "nn, nb",
        "da, nb",
        "gl, pt",
        "gl, es",
        "eo, es"
    })
    void countriesCloseRelativesAndUnknownLanguagesAreNoMatter(String said, String in) {
        assertThat(look(said, TEXTS.get(in))).isEmpty();
    }

    @Test
    void whereNothingIsSaidNothingIsWrong() {
        assertThat(look(null, TEXTS.get("fr"))).isEmpty();
    }

    @Test
    void aFewWordsMayBeOfManyLanguages() {
        assertThat(look("en", "Le port a rouvert lundi.")).isEmpty();
    }

    @Test
    void aQuotationThatIsMarkedMayBeInAnother() {
        String quotation = "<blockquote lang=\"fr\">" + TEXTS.get("fr") + "</blockquote>";
        assertThat(look("en", TEXTS.get("en") + quotation)).isEmpty();
        assertThat(look("en", quotation)).isEmpty();
    }

    @Test
    void thePartIsNamedWithItsLanguage() {
        assertThat(look("en", TEXTS.get("en"), TEXTS.get("pt")))
                .containsExactly(
                        new Defect(
                                "p2",
                                "body",
                                "It seems to be in Portuguese; the article says English.",
                                TEXTS.get("pt").substring(0, 80)));
    }
}
