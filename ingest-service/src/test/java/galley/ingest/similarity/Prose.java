package galley.ingest.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up texts, each of words in an order of its own. */
final class Prose {
    private static final List<String> WORDS =
            List.of(
                    ("the a of to in and on for with by at from that which said was is will has had"
                         + " new old first last harbour ferry council port city river bridge train"
                         + " station market school library museum garden weather storm rain wind"
                         + " morning evening Monday Tuesday spring autumn mayor minister engineer"
                         + " teacher captain crew visitors residents workers plan budget report"
                         + " study vote meeting opening repair ticket timetable route island coast"
                         + " valley tunnel lighthouse opened closed delayed repaired planned"
                         + " approved rejected announced expects hopes warns about after before"
                         + " during near between over under more fewer several three seven twelve"
                         + " forty hundred percent million")
                            .split(" "));

    private Prose() {}

    /** A text of so many words; another seed makes another text. */
    static String of(long seed, int words) {
        var random = new Random(seed);
        List<String> text = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            text.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", text);
    }

    /** The words of a text from one to before another. */
    static String cut(String text, int from, int to) {
        return String.join(" ", List.of(text.split(" ")).subList(from, to));
    }

    /** The text with another dateline and a byline, some words changed, and its last tenth cut. */
    static String edited(String text) {
        var words = new ArrayList<>(List.of(text.split(" ")));
        for (int i = 50; i < words.size(); i += 100) {
            words.set(i, "reportedly");
        }
        var rest = words.subList(5, words.size() * 9 / 10);
        return "By Ana Lobo, in Porto. PORTO, May 20 (Wire) — " + String.join(" ", rest);
    }
}
