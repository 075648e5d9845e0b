package galley.kit.html;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** HTML that is written to keep its reader busy, or to make it fall over. */
class HostileHtmlTest {
    private static final int MUCH = 200_000;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    static Stream<Arguments> hostile() {
        return Stream.of(
                arguments("a language of many parts", "<p lang='a" + "-a".repeat(MUCH) + "'>word"),
                arguments(
                        "a mail address of many",
                        "<a href='mailto:" + "@".repeat(MUCH) + "<'>word"),
                arguments("a scheme without end", "<a href='" + "a+".repeat(MUCH) + "'>word"),
                arguments("elements in elements", "<div>".repeat(MUCH / 10) + "word"),
                arguments("tables in tables", "<table><tr><td>".repeat(MUCH / 20) + "word"),
                arguments("embeds in embeds", "<object data=/a>".repeat(MUCH / 10) + "word"),
                arguments("formats left open", "<p><b><i>".repeat(MUCH / 20) + "word"),
                arguments("a tag without end", "word<a " + "class=".repeat(MUCH)),
                arguments("comments without end", "word" + "<!--".repeat(MUCH)),
                arguments("raw in raw", "<noscript><xmp>".repeat(MUCH / 20) + "word"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isCleanedInBoundedTimeAndKeepsItsWords(String name, String html) {
        var clean = assertTimeoutPreemptively(LONG_ENOUGH, () -> SafeHtml.clean(html, ""));
        assertThat(clean).contains("word");
    }

    @Test
    void aPictureKeepsAnAddressWithCommas() {
        assertThat(SafeHtml.clean("<img src='https://i.example/w_400,h_300/quay.jpg'>"))
                .contains("src=\"https://i.example/w_400,h_300/quay.jpg\"");
        assertThat(SafeHtml.clean("<img srcset='https://i.example/w_4,h_3/q.jpg 1x, /b.jpg 2x'>"))
                .contains("src=\"https://i.example/w_4,h_3/q.jpg\"");
    }
}
