package galley.ingest.structure;

import java.time.LocalDate;
import java.util.Random;

import galley.kit.html.SafeHtml;

/** Posts of blocks and phrasings that were put together at random, as nobody would write them. */
final class RandomPost {
    private static final String[] LANGUAGES = {"en", "de", "fr", "pt", null};
    private static final String[] NAMES = {
        "Maré",
        "the Xinhua News Agency",
        "<em>The Lantern</em>",
        "Coast &amp; Current",
        "dpa",
        "Le Courrier des Îles",
        "“Open Water”",
        "<a href=\"https://a.example/b\">Kai.example</a>",
        "Ana Lobo",
        "Dr Quist",
        "1950",
        "Spanish",
        "😀",
        "",
        "Beekeepers’ League"
    };
    private static final String[] SENTENCES = {
        "The following article was first published by %s.",
        "The following articles were originally published in %s and %s.",
        "In this article for %s, %s reports on the ferry:",
        "This interview with %s was first published in Spanish by %s on 3 May.",
        "We reprint below the text of %s’s remarks.",
        "Der folgende Artikel von %s erschien zuerst in %s.",
        "Nous reproduisons un article de %s paru dans %s le 2 mai 2026.",
        "The above article was published by %s. %s is a weekly.",
        "The text can be read <a href=\"https://a.example/c\">here</a>.",
        "PORTO, May 18 (%s) — It sails.",
        "By %s",
        "GT:",
        "%s: Why?",
        "Field: Because.",
        "“It costs [%s] two crowns,” he said [sic].",
        "<strong>Why is it so?</strong>",
        "<b>%s</b>",
        "It sails at nine, and nobody has ever seen it sail at eight or at ten or at all.",
        "The speakers were:",
        "Continue reading %s",
        "* * *",
        "Source: %s",
        "The recording is embedded below.",
        "[",
        "( „ « ‘",
        ""
    };
    private static final String[] BLOCKS = {
        "<p>%s</p>",
        "<p>%s %s</p>",
        "<p>%s<br>%s</p>",
        "<h2>%s</h2>",
        "<h3>%s</h3>",
        "<h3><a href=\"https://mare.example/1\">%s</a></h3>",
        "<blockquote><p>%s</p></blockquote>",
        "<ul><li>%s</li><li>%s</li></ul>",
        "<div><p>%s</p>%s</div>",
        "<div>%s<div>%s</div></div>",
        "<table><tr><td>%s</td><td>%s</td></tr></table>",
        "<figure data-embed=\"https://video.example/1\"></figure>",
        "<figure><img src=\"https://a.example/1.jpg\"><figcaption>%s</figcaption></figure>",
        "<hr>",
        "%s",
        "<p></p>",
        "<pre>%s\n   %s</pre>"
    };

    private final Random random;

    RandomPost(long seed) {
        this.random = new Random(seed);
    }

    Post next() {
        var body = new StringBuilder();
        int blocks = random.nextInt(14);
        for (int i = 0; i < blocks; i++) {
            body.append(fill(fill(any(BLOCKS), SENTENCES), NAMES));
        }
        return new Post(
                fill(any(SENTENCES), NAMES),
                SafeHtml.clean(body.toString()),
                any(LANGUAGES),
                random.nextInt(4) == 0,
                random.nextBoolean() ? LocalDate.of(2026, 6, 1) : null);
    }

    private String fill(String pattern, String[] choices) {
        var text = pattern;
        while (text.contains("%s")) {
            int at = text.indexOf("%s");
            text =
                    text.substring(0, at)
                            + any(choices).replace("%s", "%S")
                            + text.substring(at + 2);
        }
        return text.replace("%S", "%s");
    }

    private String any(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
