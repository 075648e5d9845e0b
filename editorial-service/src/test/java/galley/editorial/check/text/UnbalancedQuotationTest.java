package galley.editorial.check.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.check.Defect;
import galley.editorial.check.Proofs;

import static org.assertj.core.api.Assertions.assertThat;

class UnbalancedQuotationTest {

    private static List<Defect> look(String body) {
        return new UnbalancedQuotation().look(Proofs.article().text(body).proof());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>Nobody said anything.</p>",
                "<p>\"It is open,\" she said. \"At last.\"</p>",
                "<p>“It is open,” she said. “At last.”</p>",
                "<p>“It’s the pilots’ day,” she said; ‘twas the ’90s.</p>",
                "<p>It's the pilots' day, rock 'n' roll.</p>",
                "<p>“They called it ‘the gap’,” he said.</p>",
                "<p>“The first paragraph goes on.</p><p>“The second ends.”</p>",
                "<p>„Er ist offen“, sagte sie. „Endlich.“</p>",
                "<p>„Er ist offen\", sagte sie.</p>",
                "<p>»Er ist offen«, sagte sie. »Endlich ›offen‹.«</p>",
                "<p>„Jest otwarty” – powiedziała.</p>",
                "<p>„Nyitva van” – mondta.</p>",
                "<p>« C’est ouvert », dit-elle. « L’heure d’ouvrir est “arrivée”. »</p>",
                "<p>« Le premier alinéa.</p><p>« Le deuxième. »</p>",
                "<p>«Está abierto», dijo.</p>",
                "<p>«Открыто», — сказала она. «Газета «Порт» пишет».</p>",
                "<p>«Читаю газету «Порт».</p>",
                "<p>”Den är öppen”, sa hon. ”Äntligen.”</p>",
                "<p>»Se on auki», hän sanoi.</p>",
                "<p>”Se on auki”, hän sanoi.</p>",
                "<p>「港は『今日』開いた」と言った。</p>",
                "<p>他说：“港口开放了。”《人民日报》</p>",
                "<p>הוא אמר \"פתוח\" על צה\"ל.</p>",
                "<p>The screen has 15\" and the door 6' 2\".</p>",
                "<p>\"Chapter 15\" is the title.</p>",
                "<p>(“Open”) – “closed”/“open”.</p>"
            })
    void whatBeginsAndEndsIsSound(String body) {
        assertThat(look(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>\"It is open, she said.</p>",
                "<p>It is open,\" she said.</p>",
                "<p>“It is open, she said.</p>",
                "<p>It is open,” she said.</p>",
                "<p>“It is open, she said. “At last.”</p>",
                "<p>“The first goes on.</p><p>“The second does not end.</p>",
                "<p>„Er ist offen, sagte sie.</p>",
                "<p>»Er ist offen, sagte sie.</p>",
                "<p>Er ist offen«, sagte sie.</p>",
                "<p>« C’est ouvert, dit-elle.</p>",
                "<p>C’est ouvert », dit-elle.</p>",
                "<p>«Открыто, — сказала она.</p>",
                "<p>”Den är öppen, sa hon.</p>",
                "<p>Den är öppen”, sa hon.</p>",
                "<p>「港は開いたと言った。</p>",
                "<p>港は開いた」と言った。</p>",
                "<p>他说：“港口开放了。</p>"
            })
    void whatDoesNotIsFound(String body) {
        assertThat(look(body)).hasSize(1);
    }

    @Test
    void marksWithoutAnEndAreRead() {
        assertThat(look("<p>" + "«".repeat(200_000) + "</p>")).hasSize(1);
        assertThat(look("<p>" + "« a » ".repeat(50_000) + "</p>")).isEmpty();
    }

    @Test
    void headlinesAreLookedAtToo() {
        List<Defect> found =
                new UnbalancedQuotation()
                        .look(
                                Proofs.article()
                                        .headline("“Open, says the mayor")
                                        .standfirst("“Open,” says the mayor")
                                        .text("<p>He said: “Come in.</p><p>They came.</p>")
                                        .proof());
        assertThat(found)
                .extracting(Defect::evidence)
                .containsExactly("“Open, says the mayor", "He said: “Come in.");
    }
}
