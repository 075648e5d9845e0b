package galley.ingest.wire;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The months as datelines name them, whole or cut off, in the languages of the larger agencies:
 * English, French, Spanish, Portuguese, Italian, German, Dutch and the Scandinavian ones.
 */
final class MonthNames {
    /** How the names start, so far as it takes to tell one from the others. */
    private static final List<List<String>> STARTS =
            List.of(
                    List.of("jan", "ene", "gen", "jän"),
                    List.of("feb", "fev", "fév"),
                    List.of("mar", "mär", "mae", "maa", "mrt"),
                    List.of("apr", "avr", "abr"),
                    List.of("may", "mai", "mag", "mei", "maj", "mayo"),
                    List.of("jun", "juin", "giu"),
                    List.of("jul", "juil", "lug"),
                    List.of("aug", "aou", "aoû", "ago"),
                    List.of("sep", "set"),
                    List.of("oct", "okt", "ott", "out"),
                    List.of("nov"),
                    List.of("dec", "déc", "dez", "des", "dic"));

    private MonthNames() {}

    /** The number of the month from 1, or 0 when the word is none. */
    static int number(String word) {
        var start = word.toLowerCase(Locale.ROOT);
        return IntStream.range(0, STARTS.size())
                .filter(month -> STARTS.get(month).stream().anyMatch(start::startsWith))
                .map(month -> month + 1)
                .findFirst()
                .orElse(0);
    }
}
