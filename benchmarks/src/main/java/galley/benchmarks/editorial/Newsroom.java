package galley.benchmarks.editorial;

import java.util.Random;

import galley.localstack.TokenIssuer;

/** Brings articles out, as a writer and a publisher. */
public final class Newsroom {
    private final Colleague writer;
    private final Colleague publisher;
    private final Random random;

    Newsroom(TokenIssuer tokens, int port, int number) {
        writer = new Colleague(port, tokens, "writer", "writer-" + number);
        publisher = new Colleague(port, tokens, "publisher", "publisher-" + number);
        random = new Random(number);
    }

    /** Takes an article from its first draft to its release. */
    public static void releaseOne(TokenIssuer tokens, int port) throws Exception {
        new Newsroom(tokens, port, 0).release(1);
    }

    void release(int articles) throws Exception {
        for (int i = 0; i < articles; i++) {
            String id =
                    writer.create(
                            """
                            {"headline": "%s", "language": "en", "section": "World",
                             "parts": [{"type": "original", "body": "<p>%s</p>"}]}
                            """
                                    .formatted(
                                            Words.some(6, random),
                                            Words.text(ManyArticles.WORDS, random)));
            writer.decide(id, "submit", 1);
            publisher.decide(id, "approve", 2);
            publisher.decide(id, "release", 3);
        }
    }
}
