package galley.kit.html;

import java.util.List;
import java.util.Random;

/** Random tag soup that knows its own words. */
final class RandomHtml {
    private static final List<String> ELEMENTS =
            List.of(
                    ("p div span b i em strong ul ol li dl dt dd table tbody tr td th caption h1 h3"
                         + " blockquote pre section article x-y font center button form figure"
                         + " figcaption svg math noscript details summary select option ruby rt"
                         + " label br hr input wbr col thead body html template nobr u s fieldset"
                         + " marquee foreignObject desc mi address main a object video img")
                            .split(" ", -1));
    private static final List<String> SILENT =
            List.of(
                    "<script>var hidden = '<p>';</script>",
                    "<style>p { color: hidden }</style>",
                    "<!-- hidden -->");
    private static final String ADDRESSES =
            " href=/x src=https://i.example/1 data=https://v.example/1";

    final StringBuilder source = new StringBuilder();

    /** The words in order, in the form of {@link Words}. */
    final StringBuilder words = new StringBuilder();

    private final Random random;
    private boolean inWord;

    RandomHtml(long seed) {
        random = new Random(seed);
        for (int tokens = random.nextInt(30); tokens >= 0; tokens--) {
            addToken();
        }
    }

    private void addToken() {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> addWord("w" + random.nextInt(1_000));
            case 3 -> addText("caf&eacute;&nbsp;&amp; ", "café");
            case 4 -> addTag(oneOf(SILENT));
            case 5, 6 -> addTag("<" + oneOf(ELEMENTS) + ADDRESSES + ">");
            default -> addTag("</" + oneOf(ELEMENTS) + ">");
        }
    }

    private void addWord(String word) {
        addText(word, word);
        inWord = true;
    }

    private void addText(String text, String word) {
        source.append(text);
        words.append(inWord ? "" : " ").append(word);
        inWord = false;
    }

    private void addTag(String tag) {
        source.append(tag);
        inWord = false;
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
