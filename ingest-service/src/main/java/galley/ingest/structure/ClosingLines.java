package galley.ingest.structure;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines after a text that tell who its author or its publisher is. */
final class ClosingLines {
    private static final Set<String> NAMES =
            Set.of(Claim.AUTHOR, Claim.PUBLISHER, Claim.TRANSLATOR, Claim.PERSON);
    private static final int MAX_LENGTH = 500;
    private static final int MAX_SKIPPED = 2;
    private static final int NEAR = 3;

    private final Clues clues;
    private final Set<List<Token>> names;

    /**
     * @param credits what is said of the text
     * @param bylines its authors, where it names them itself
     */
    ClosingLines(Clues clues, Collection<Credit> credits, Collection<String> bylines) {
        this.clues = clues;
        var credited =
                credits.stream()
                        .flatMap(credit -> credit.claims().stream())
                        .filter(claim -> NAMES.contains(claim.what()))
                        .map(Claim::value);
        this.names =
                Stream.concat(credited, bylines.stream())
                        .distinct()
                        .map(Token::of)
                        .collect(Collectors.toSet());
    }

    /** Whether a block is such a line: it begins with the name and says what that is or does. */
    boolean contain(int number) {
        var block = clues.block(number);
        if (block.isHeading() || !block.hasWords() || block.text().length() > MAX_LENGTH) {
            return false;
        }
        var line = block.sentences().getFirst();
        return names.stream().anyMatch(name -> tellsOf(line, name));
    }

    private boolean tellsOf(Sentence line, List<Token> name) {
        int at = 0;
        while (at < MAX_SKIPPED && at < line.size() && mayStandBefore(line.token(at))) {
            at++;
        }
        int end =
                startsWith(line, at, name)
                        ? at + name.size()
                        : startsWith(line, 0, name) ? name.size() : line.size();
        for (int i = end; i < line.size() && i < end + NEAR; i++) {
            if (clues.vocabulary().has("is-a", line.token(i).lower())) {
                return true;
            }
        }
        return false;
    }

    private boolean mayStandBefore(Token token) {
        return clues.vocabulary().has("articles", token.lower())
                || clues.vocabulary().has("titles", token.lower());
    }

    private static boolean startsWith(Sentence line, int at, List<Token> name) {
        for (int i = 0; i < name.size(); i++) {
            if (at + i >= line.size() || !line.token(at + i).lower().equals(name.get(i).lower())) {
                return false;
            }
        }
        return true;
    }
}
