package galley.publish.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/**
 * Writes what somebody looks for as a query of PostgreSQL's text search, which finds articles of
 * each language by the stems of that language.
 */
@ApplicationScoped
class WordQueries {
    /** Finds nothing: no lexeme is written so. */
    static final String NOTHING = "'@'";

    /** How the articles' languages are read; steps from one to the next, of which there are few. */
    private static final String STEMS =
            """
            with recursive used as (
                (select config from edition_words order by config limit 1)
                union all
                select (select w.config from edition_words w where w.config > used.config
                        order by w.config limit 1)
                from used where used.config is not null)
            select config,
                cast(websearch_to_tsquery(cast(config as regconfig), :words) as text) stems
            from used where config is not null
            """;

    /** A phrase, which stays what it is, or the beginning of a word. */
    private static final Pattern BEGINNING =
            Pattern.compile("\"[^\"]*\"?|(?<![^\\s])(-?)([\\p{L}\\p{N}\\p{M}]{2,})\\*(?!\\S)");

    private final Session session;

    WordQueries(Session session) {
        this.session = session;
    }

    /** How one language's articles are read, and what is looked for in them. */
    record Stems(String config, String stems) {}

    /**
     * Reads what people write into a search field: all words are wanted, in any of their forms;
     * quotation marks make a phrase; a minus sign excludes; {@code or} leaves a choice; an asterisk
     * after at least two letters stands for any end of a word, which is wanted beside all else.
     *
     * @return empty where it says nothing that could be found
     */
    Optional<String> of(String words) {
        List<String> beginnings = new ArrayList<>();
        var rest =
                BEGINNING
                        .matcher(words)
                        .replaceAll(
                                found -> {
                                    if (found.group(2) == null) {
                                        return Matcher.quoteReplacement(found.group());
                                    }
                                    beginnings.add(beginning(found.group(1), found.group(2)));
                                    return " ";
                                });
        var query =
                stems(rest).stream()
                        .map(language -> query(language, beginnings))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" | "));
        return query.isEmpty() ? Optional.empty() : Optional.of(query);
    }

    private List<Stems> stems(String words) {
        return session.createNativeQuery(STEMS, Object[].class)
                .setParameter("words", words)
                .getResultStream()
                .map(row -> new Stems((String) row[0], (String) row[1]))
                .toList();
    }

    private static Optional<String> query(Stems language, List<String> beginnings) {
        List<String> wanted = new ArrayList<>(beginnings);
        if (!language.stems().isEmpty()) {
            wanted.add("(" + language.stems() + ")");
        }
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "('@%s' & %s)".formatted(language.config(), String.join(" & ", wanted)));
    }

    private static String beginning(String minus, String letters) {
        return "%s'=%s':*".formatted(minus.isEmpty() ? "" : "!", SearchText.folded(letters));
    }
}
