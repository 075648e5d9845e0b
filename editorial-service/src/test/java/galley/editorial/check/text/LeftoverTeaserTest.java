package galley.editorial.check.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.check.Defect;
import galley.editorial.check.Proofs;

import static org.assertj.core.api.Assertions.assertThat;

class LeftoverTeaserTest {

    private static List<Defect> look(String body) {
        return new LeftoverTeaser().look(Proofs.article().text(body).proof());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>The harbour opened on […]</p>",
                "<p>The harbour opened on [...]</p>",
                "<p>The harbour opened on […] </p><p> </p>",
                "<p>El puerto abrió (...)</p>",
                "<p>The harbour opened (more…)</p>",
                "<p>The harbour opened [Read more]</p>",
                "<p>The harbour opened.</p><p>Read more</p>",
                "<p>The harbour opened.</p><p>READ MORE »</p>",
                "<p>The harbour opened.</p><p><a href='https://a.example'>Read more…</a></p>",
                "<p>The harbour opened.<br>Continue reading →</p>",
                "<p>The harbour opened. Read more</p>",
                "<p>The harbour opened… Continue reading Harbour opens</p>",
                "<p>The harbour opened […] Continue reading “Harbour opens”</p>",
                "<p>It opened.</p><p>Continue reading Harbour opens after two years</p>",
                "<p>It opened.</p><p>Read more: Harbour opens after two years</p>",
                "<p>It opened.</p><p>Read the full article at The Tide Letter →</p>",
                "<p>It opened.</p><p>The post Harbour opens appeared first on Tide Letter.</p>",
                "<p>Der Hafen ist offen.</p><p>Weiterlesen</p>",
                "<p>Der Hafen ist offen. Mehr lesen »</p>",
                "<p>Offen.</p><p>Lesen Sie hier weiter</p>",
                "<p>Offen.</p><p>Der Beitrag Hafen offen erschien zuerst auf Tide Letter.</p>",
                "<p>Le port a ouvert.</p><p>Lire la suite</p>",
                "<p>Le port a ouvert… Lire la suite : Le port ouvre</p>",
                "<p>Ouvert.</p><p>Lire l’article complet</p>",
                "<p>El puerto abrió.</p><p>Leer más</p>",
                "<p>El puerto abrió.</p><p>Seguir leyendo →</p>",
                "<p>El puerto abrió.</p><p>Continúa leyendo</p>",
                "<p>O porto abriu.</p><p>Leia mais</p>",
                "<p>O porto abriu.</p><p>Continuar a ler</p>",
                "<p>Il porto è aperto.</p><p>Leggi tutto</p>",
                "<p>Il porto è aperto… Continua a leggere</p>",
                "<p>De haven is open.</p><p>Lees verder</p>",
                "<p>Hamnen är öppen.</p><p>Läs mer</p>",
                "<p>Havnen er åben.</p><p>Læs mere</p>",
                "<p>Havna er åpen.</p><p>Les mer</p>",
                "<p>Satama on auki.</p><p>Lue lisää</p>",
                "<p>Port jest otwarty.</p><p>Czytaj dalej</p>",
                "<p>Přístav je otevřen.</p><p>Číst dále</p>",
                "<p>A kikötő nyitva.</p><p>Tovább olvasom</p>",
                "<p>Portul e deschis.</p><p>Citește mai mult</p>",
                "<p>Luka je otvorena.</p><p>Pročitaj više</p>",
                "<p>Порт открыт.</p><p>Читать далее</p>",
                "<p>Порт відкрито.</p><p>Читати далі</p>",
                "<p>Το λιμάνι άνοιξε.</p><p>Διαβάστε περισσότερα</p>",
                "<p>Liman açıldı.</p><p>Devamını oku</p>",
                "<p>فتح الميناء.</p><p>اقرأ المزيد</p>",
                "<p>הנמל נפתח.</p><p>קרא עוד</p>",
                "<p>बंदरगाह खुल गया।</p><p>और पढ़ें</p>",
                "<p>Pelabuhan dibuka.</p><p>Baca selengkapnya</p>",
                "<p>港口开放了。阅读全文</p>",
                "<p>港が開いた。</p><p>続きを読む</p>",
                "<p>항구가 열렸다.</p><p>더 보기</p>",
                "<p>La haveno malfermiĝis.</p><p>Legi plu</p>"
            })
    void theEndOfATeaserIsFound(String body) {
        assertThat(look(body)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>The harbour opened.</p>",
                "<p>Pupils should read more.</p>",
                "<p>“I want to read more,” she said.</p>",
                "<p>Her advice: read more books, and read on when it rains.</p>",
                "<p>Read more books, she told the pupils.</p>",
                "<p>Continue reading to children every day, the ministry says.</p>",
                "<p>Nobody knew what would come next…</p>",
                "<p>“The harbour […] will open,” he said.</p>",
                "<p>Read more</p><p>The harbour opened after two years.</p>",
                "<p>Sie will mehr lesen.</p>",
                "<p>Il faut lire la suite du roman pour le savoir.</p>",
                "<p>Quiero leer más.</p>",
                "<p>Hon vill läsa mer.</p>",
                "<p>Es braucht mehr Geld für weitere Artikel.</p>",
                "<p>Хочется читать далее и далее.</p>",
                "<p>She moved on.</p>"
            })
    void theEndOfATextIsNot(String body) {
        assertThat(look(body)).isEmpty();
    }

    @Test
    void aTextInOneLineOfAnyLengthIsRead() {
        String text = "The harbour opened. ".repeat(20_000);
        assertThat(look("<p>" + text + "</p>")).isEmpty();
        assertThat(look("<p>" + text + "Read more</p>")).hasSize(1);
        assertThat(look("<p>" + "[.".repeat(200_000) + "</p>")).isEmpty();
        assertThat(look("<p>" + "x".repeat(30) + " read more".repeat(40) + "</p>")).isEmpty();
    }

    @Test
    void itIsSaidInWhichPartAndByWhichWords() {
        List<Defect> found =
                new LeftoverTeaser()
                        .look(
                                Proofs.article()
                                        .text("<p>Whole.</p>")
                                        .text("<p>It opened.</p><p>Lire la suite</p>")
                                        .proof());
        assertThat(found).extracting(Defect::part).containsExactly("p2");
        assertThat(found).extracting(Defect::evidence).containsExactly("Lire la suite");
    }

    @Test
    void theStandfirstIsReadToo() {
        assertThat(
                        new LeftoverTeaser()
                                .look(
                                        Proofs.article()
                                                .standfirst("The harbour is open. Read more")
                                                .text("<p>Whole.</p>")
                                                .proof()))
                .containsExactly(
                        new Defect(
                                null,
                                "standfirst",
                                "It ends like a teaser; the rest may be missing.",
                                "Read more"));
    }
}
