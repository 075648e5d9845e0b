package galley.kit.html;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnyHtmlTest {
    private static final int SAMPLES = 3_000;

    @Test
    void theWordsStayInOrderNothingActsAndCleaningAgainChangesNothing() {
        for (int seed = 0; seed < SAMPLES; seed++) {
            var html = new RandomHtml(seed);
            var clean = SafeHtml.clean(html.source.toString(), "https://ferry.example.org/");
            var tree = Jsoup.parseBodyFragment(clean).body();
            assertThat(Words.of(tree))
                    .as("seed %d: %s became %s", seed, html.source, clean)
                    .isEqualTo(html.words.toString());
            assertThat(SafeHtml.clean(clean)).as("seed %d: %s", seed, html.source).isEqualTo(clean);
            tree.children().select("*").forEach(ActiveContentTest::assertIsHarmless);
        }
    }
}
