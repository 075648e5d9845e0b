package galley.ingest.wire;

import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;

import galley.ingest.format.PlainText;

/** Puts the statements of several properties into the one field that items have for them. */
final class Sentences {
    private static final Pattern ENDED = Pattern.compile("(?s).*[.!?:;]");

    private Sentences() {}

    /** All statements in one line, each once; null when there is none. */
    static String of(Collection<String> statements) {
        return statements.stream()
                .map(PlainText::lineOrNull)
                .filter(Objects::nonNull)
                .distinct()
                .reduce((before, next) -> ended(before) + " " + next)
                .orElse(null);
    }

    private static String ended(String statement) {
        return ENDED.matcher(statement).matches() ? statement : statement + ".";
    }
}
