package galley.ingest.structure;

import java.util.List;
import java.util.Locale;

/** What a text is called, as far as it makes a difference. */
enum TextKind {
    /** An article, a report, a letter: anything that one reads in a paper. */
    ARTICLE,
    INTERVIEW,
    /** A statement, a resolution: what an institution says. */
    DOCUMENT,
    /** What somebody said before others. */
    SPEECH,
    VIDEO;

    /** The kind that the words of some phrases name; of several the first that is no article. */
    static TextKind of(List<PhraseMatch> matches, Vocabulary vocabulary) {
        return matches.stream()
                .flatMap(match -> match.tokens().stream())
                .map(token -> vocabulary.value("text", token.lower()))
                .filter(kind -> kind != null && !kind.equals("article"))
                .findFirst()
                .map(kind -> valueOf(kind.toUpperCase(Locale.ROOT)))
                .orElse(ARTICLE);
    }
}
