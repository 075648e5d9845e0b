package galley.benchmarks.ingest;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Articles that nobody wrote, of about 4 KB each, the same at every run. */
final class Articles {
    private static final String[] WORDS =
            ("the a of to in and for on that with as its after by from who has been since more"
                            + " ferry harbour council library bridge museum river season market"
                            + " volunteers tickets engine Monday report opened rebuilt announced")
                    .split(" ", -1);
    private static final int PARAGRAPHS = 8;
    private static final int WORDS_EACH = 80;

    private Articles() {}

    /** Articles in our own JSON, one in each line. */
    static String lines(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(Articles::line)
                .collect(Collectors.joining("\n"));
    }

    /** An article in our own JSON. */
    static String line(int number) {
        return """
        {"guid": "bench-%1$d", "headline": "Report %1$d", "language": "en", "body": "%2$s"}\
        """
                .formatted(number, body(number));
    }

    private static String body(int number) {
        var random = new Random(number);
        return IntStream.range(0, PARAGRAPHS)
                .mapToObj(i -> "<p>" + sentence(random) + "</p>")
                .collect(Collectors.joining());
    }

    private static String sentence(Random random) {
        return IntStream.range(0, WORDS_EACH)
                .mapToObj(i -> WORDS[random.nextInt(WORDS.length)])
                .collect(Collectors.joining(" "));
    }
}
