package galley.benchmarks.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import galley.benchmarks.Spread;
import galley.ingest.similarity.Signature;
import galley.kit.html.SafeHtml;

/** What the signature of an article of 4 KB takes, in milliseconds. */
record SigningTime(Spread ofHtml, Spread ofText) {
    static final int SIZE = 4096;

    private static final int TIMES = 2000;
    private static final int PARAGRAPH = 50;

    static SigningTime measure(Newsroom newsroom) {
        List<String> articles = new ArrayList<>();
        for (int number = 0; number < TIMES; number++) {
            articles.add(article(newsroom, number));
        }
        Consumer<String> html = article -> Signature.of("", SafeHtml.toText(article), false);
        Consumer<String> text = article -> Signature.of("", article, false);
        measure(articles, html); // of a cold JVM: left out
        var ofHtml = measure(articles, html);
        return new SigningTime(
                ofHtml, measure(articles.stream().map(SafeHtml::toText).toList(), text));
    }

    private static Spread measure(List<String> articles, Consumer<String> signing) {
        return new Spread(
                articles.stream()
                        .mapToDouble(
                                article -> {
                                    long begin = System.nanoTime();
                                    signing.accept(article);
                                    return (System.nanoTime() - begin) / 1e6;
                                })
                        .toArray());
    }

    private static String article(Newsroom newsroom, int number) {
        var random = new SplittableRandom(number);
        var words = newsroom.text(random, number, SIZE / 4);
        var html = new StringBuilder();
        for (int i = 0; html.length() < SIZE; i += PARAGRAPH) {
            html.append(
                    words.subList(i, i + PARAGRAPH).stream()
                            .collect(Collectors.joining(" ", "<p>", ".</p>\n")));
        }
        return html.toString();
    }
}
