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
import galley.events.Attribution;
import galley.events.Part;

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

    /** A paragraph of a language as many times. */
    private static String paragraphs(int times, String in) {
        return "<p>%s</p>".formatted(TEXTS.get(in)).repeat(times);
    }

    private static Part.Reprint reprint(String language, String translator, String body) {
        Attribution from =
                new Attribution(
                        "The Tide Letter", null, null, null, language, translator, null, null);
        return new Part.Reprint("p1", null, false, null, from, null, body);
    }

    private List<Defect> look(String language, Part... parts) {
        return check.look(Proofs.article().language(language).parts(parts).proof());
    }

    @Test
    void whatWasLeftUntranslatedAfterAllElseIsFoundWhereItBegins() {
        String left = "Continua. " + TEXTS.get("pt");
        assertThat(look("en", paragraphs(13, "en") + "<p>" + left + "</p>" + paragraphs(17, "pt")))
                .containsExactly(
                        new Defect(
                                "p1",
                                "body",
                                "It seems to be in Portuguese; the article says English.",
                                left.substring(0, 80)));
    }

    @Test
    void soIsWhatStandsInTheMiddleInShortParagraphs() {
        String[] words = TEXTS.get("fr").split(" ");
        String half =
                "<p>"
                        + String.join(" ", List.of(words).subList(0, 14))
                        + "</p><p>"
                        + String.join(" ", List.of(words).subList(14, words.length))
                        + "</p>";
        assertThat(look("de", paragraphs(5, "de") + half.repeat(3) + paragraphs(5, "de")))
                .extracting(Defect::evidence)
                .asString()
                .contains("Le port a rouvert");
    }

    @Test
    void andInAVeryLongText() {
        assertThat(look("en", paragraphs(1_000, "en") + paragraphs(200, "es"))).hasSize(1);
        assertThat(look("en", paragraphs(1_200, "en"))).isEmpty();
    }

    @Test
    void aParagraphOfAnotherLanguageAmongManyMayBeAMotto() {
        assertThat(look("en", paragraphs(3, "en") + paragraphs(1, "fr") + paragraphs(3, "en")))
                .isEmpty();
    }

    @Test
    void quotationsMayBeInAnyLanguage() {
        String quoted =
                "<p>“" + (TEXTS.get("pt") + " ").repeat(2) + "” the harbour master said.</p>";
        assertThat(
                        look(
                                "en",
                                paragraphs(2, "en") + quoted,
                                paragraphs(2, "en")
                                        + "<blockquote>"
                                        + paragraphs(3, "pt")
                                        + "</blockquote>"))
                .isEmpty();
        assertThat(look("en", "<blockquote>" + paragraphs(3, "pt") + "</blockquote>")).hasSize(1);
    }

    @Test
    void namesAreOfNoLanguage() {
        String towns =
                "<p>Lisboa, Porto, Braga, Coimbra, Funchal, Setúbal, Almada, Queluz, Rio Tinto,"
                        + " Barreiro, Aveiro, Viseu, Odivelas, Leiria, Guimarães, Matosinhos,"
                        + " Amadora, Faro, Évora, Loures, Vila do Conde, Póvoa de Varzim</p>";
        String people =
                "<p>João Carlos dos Santos, Ana Paula Oliveira, Maria da Conceição Ferreira, Rui"
                        + " Pereira, Inês Gonçalves, Luís Magalhães, Tiago Araújo, Beatriz Leitão,"
                        + " André Simões, Marta Guimarães</p>";
        assertThat(look("en", paragraphs(1, "en") + towns + people + towns + people)).isEmpty();
        assertThat(look("en", towns + people)).isEmpty();
    }

    @Test
    void aNameInAnotherScriptIsNoLongText() {
        assertThat(look("en", "The writer 村上春樹 was born in Kyoto, and lives near the sea there."))
                .isEmpty();
    }

    @Test
    void whereTheArticleSaysNothingItsTextsAreInOneLanguage() {
        assertThat(look(null, paragraphs(2, "en"), paragraphs(2, "fr")))
                .containsExactly(
                        new Defect(
                                "p2",
                                "body",
                                "It seems to be in French; the article begins in English.",
                                TEXTS.get("fr").substring(0, 80)));
        assertThat(look(null, paragraphs(2, "en"), paragraphs(2, "en"))).isEmpty();
    }

    @Test
    void aReprintMayBeInTheLanguageThatItNames() {
        Part own = new Part.Original("p2", null, paragraphs(2, "en"));
        Part original = reprint("pt-BR", null, paragraphs(2, "pt"));
        assertThat(look("en", own, original)).isEmpty();
        assertThat(look(null, original, own)).isEmpty();
        assertThat(look("en", reprint("pt", null, paragraphs(2, "en")))).isEmpty();
    }

    @Test
    void butNotHalfOfIt() {
        assertThat(look("en", reprint("pt", null, paragraphs(2, "en") + paragraphs(2, "pt"))))
                .hasSize(1);
        assertThat(look("en", reprint("pt", null, paragraphs(2, "pt") + paragraphs(2, "en"))))
                .extracting(Defect::message)
                .containsExactly("It seems to be in English; the part says Portuguese.");
    }

    @Test
    void whatIsTranslatedIsNoLongerInTheLanguageOfItsOriginal() {
        assertThat(look("en", reprint("pt", "Rui Lobo", paragraphs(2, "pt")))).hasSize(1);
    }
}
