package galley.benchmarks.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes texts whose words are as unevenly distributed as those of news: a vocabulary after
 * Zipf-Mandelbrot, phrases that all texts use, words and phrases of a topic that some thousand
 * texts share, and the closing words of a source. A number always makes the same text.
 */
final class Newsroom {
    static final int SOURCES = 200;

    private static final int VOCABULARY = 40_000;
    private static final int PHRASES = 20_000;
    private static final int TOPICS = 1000;
    private static final int TOPIC_WORDS = 300;
    private static final int TOPIC_PHRASES = 60;

    /** The share of words that open a phrase, and of those that belong to the topic. */
    private static final double TOPIC_PHRASE = 0.03;

    private static final double PHRASE = 0.05;
    private static final double TOPIC_WORD = 0.17;

    private final double[] wordRanks = ranks(VOCABULARY, 1.07);
    private final double[] phraseRanks = ranks(PHRASES, 1);
    private final String[] words = new String[VOCABULARY];
    private final String[][] phrases = new String[PHRASES][];
    private final String[][] closings = new String[SOURCES][];

    Newsroom() {
        var random = new SplittableRandom(1);
        for (int rank = 0; rank < VOCABULARY; rank++) {
            int length = 2 + (int) (Math.log(rank + 2) / 1.4) + random.nextInt(3);
            words[rank] =
                    random.ints(length, 'a', 'z' + 1)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
        }
        Arrays.setAll(phrases, i -> words(random, 2 + random.nextInt(5)).toArray(String[]::new));
        Arrays.setAll(closings, i -> words(random, 15).toArray(String[]::new));
    }

    /** The text of this number. */
    List<String> text(int number) {
        var random = new SplittableRandom(number);
        var text = text(random, number, length(random));
        if (number % 3 == 0) {
            text.addAll(List.of(closings[number % SOURCES]));
        }
        return text;
    }

    /** Another text of the topic that the text of this number has. */
    List<String> text(SplittableRandom random, int number, int length) {
        var topic = new Topic(number % TOPICS);
        List<String> text = new ArrayList<>();
        while (text.size() < length) {
            double kind = random.nextDouble();
            if (kind < TOPIC_PHRASE) {
                text.addAll(topic.phrase(random));
            } else if (kind < TOPIC_PHRASE + PHRASE) {
                text.addAll(List.of(phrases[pick(random, phraseRanks)]));
            } else if (kind < TOPIC_PHRASE + PHRASE + TOPIC_WORD) {
                text.add(topic.word(random));
            } else {
                text.add(words[pick(random, wordRanks)]);
            }
        }
        return text;
    }

    /** Words of no topic. */
    List<String> words(SplittableRandom random, int count) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(words[pick(random, wordRanks)]);
        }
        return some;
    }

    /** A length as reports have it: half of them below 400 words, few over 1,000. */
    int length(SplittableRandom random) {
        double normal = random.doubles(12).sum() - 6;
        return Math.clamp(Math.round(400 * Math.exp(0.55 * normal)), 60, 3000);
    }

    private static double[] ranks(int count, double exponent) {
        double[] cumulated = new double[count];
        double sum = 0;
        for (int rank = 0; rank < count; rank++) {
            sum += 1 / Math.pow(rank + 2.7, exponent);
            cumulated[rank] = sum;
        }
        return cumulated;
    }

    private static int pick(SplittableRandom random, double[] cumulated) {
        double drawn = random.nextDouble() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, drawn);
        return Math.min(found < 0 ? -found - 1 : found, cumulated.length - 1);
    }

    /** What texts of one topic share; the foremost words and phrases more than the others. */
    private final class Topic {
        private final int number;

        Topic(int number) {
            this.number = number;
        }

        String word(SplittableRandom random) {
            return word((int) (TOPIC_WORDS * Math.pow(random.nextDouble(), 2)));
        }

        List<String> phrase(SplittableRandom random) {
            int rank = (int) (TOPIC_PHRASES * Math.pow(random.nextDouble(), 2));
            var own = new SplittableRandom(number * 1000L + rank);
            List<String> phrase = new ArrayList<>();
            for (int length = 2 + own.nextInt(6); length > 0; length--) {
                phrase.add(
                        own.nextInt(3) == 0
                                ? words[pick(own, wordRanks)]
                                : word(own.nextInt(TOPIC_WORDS)));
            }
            return phrase;
        }

        private String word(int rank) {
            return words[new SplittableRandom(number * 7919L + rank).nextInt(VOCABULARY)];
        }
    }
}
