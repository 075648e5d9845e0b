package galley.endtoend;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which versions of articles an answer shows. For that their headlines say which article they are
 * of, and in which version.
 */
final class ShownVersions {
    /** After every version: the article was killed. */
    static final int GONE = Integer.MAX_VALUE;

    private static final Pattern HEADLINE = Pattern.compile("Ferry (\\d+), version (\\d+)");

    private ShownVersions() {}

    static String headline(int article, int version) {
        return "Ferry %d, version %d".formatted(article, version);
    }

    /** The version of each article that is shown, by its number; {@link #GONE} in a notice. */
    static Map<Integer, Integer> in(Answer answer) {
        boolean gone = answer.status() == 410;
        return HEADLINE.matcher(answer.text())
                .results()
                .collect(
                        Collectors.toMap(
                                it -> Integer.valueOf(it.group(1)),
                                it -> gone ? GONE : Integer.parseInt(it.group(2)),
                                Math::min));
    }
}
