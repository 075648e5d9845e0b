package galley.editorial.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import galley.kit.sql.NativeQueries;

/**
 * Writes what is looked for as queries of PostgreSQL's text search. An article matches by the stems
 * of its own language or by the words as they stand.
 */
@ApplicationScoped
class Queries {
    /** Steps from one to the next in the index, of which there are few, instead of reading all. */
    private static final String CONFIGURATIONS =
            """
            with recursive used as (
                (select config from article_words order by config limit 1)
                union all
                select (select w.config from article_words w where w.config > used.config
                        order by w.config limit 1)
                from used where used.config is not null)
            select config from used where config is not null
            """;

    /** Words as they stand that are too long for the index are not looked for either. */
    private static final String FORMS =
            """
            select cast(phraseto_tsquery(cast(:config as regconfig), term.text) as text) as stems,
                coalesce((select string_agg(quote_literal(lexeme), ' & ')
                    from unnest(word_pairs(to_tsvector(cast(:config as regconfig), term.text)))),
                    '') as pairs,
                coalesce((select string_agg('''=' || replace(lexeme, '''', '''''') || '''', ' & ')
                    from unnest(to_tsvector('simple', term.folded))
                    where length(lexeme) <= 100), '') as plain
            from unnest(:texts, :folded) with ordinality as term (text, folded, place)
            order by place
            """;

    private final Session database;

    Queries(Session database) {
        this.database = database;
    }

    /**
     * The query for words in articles of any language.
     *
     * @param language only articles in this one are wanted; null for any
     * @return empty where no article can match
     */
    @Transactional(TxType.MANDATORY)
    Optional<String> of(String words, String language) {
        List<SearchTerm> terms = SearchTerm.read(words);
        String query =
                configurations(language)
                        .map(configuration -> of(terms, configuration))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" | "));
        return query.isEmpty() ? Optional.empty() : Optional.of(query);
    }

    /** A mark as a query. */
    static String ofMark(String mark) {
        return "'" + mark.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private Stream<String> configurations(String language) {
        return language == null
                ? NativeQueries.values(database, CONFIGURATIONS, String.class).getResultStream()
                : Stream.of(TextLanguage.configuration(language));
    }

    private Optional<String> of(List<SearchTerm> terms, String configuration) {
        String[] texts = terms.stream().map(SearchTerm::text).toArray(String[]::new);
        String[] folded = Stream.of(texts).map(SearchText::folded).toArray(String[]::new);
        List<Tuple> forms =
                database.createNativeQuery(FORMS, Tuple.class)
                        .setParameter("config", configuration)
                        .setParameter("texts", texts)
                        .setParameter("folded", folded)
                        .getResultList();
        List<String> clauses = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            Tuple form = forms.get(i);
            String clause =
                    of(
                            terms.get(i),
                            form.get("stems", String.class),
                            form.get("pairs", String.class),
                            form.get("plain", String.class));
            if (clause != null && terms.get(i).alternative() && !clauses.isEmpty()) {
                clauses.add("(%s | %s)".formatted(clauses.removeLast(), clause));
            } else if (clause != null) {
                clauses.add(clause);
            }
        }
        String mark = ofMark(Marks.ofConfiguration(configuration));
        return clauses.isEmpty() || contradicts(clauses)
                ? Optional.empty()
                : Optional.of("(%s & %s)".formatted(mark, String.join(" & ", clauses)));
    }

    /** Whether they exclude what they ask for, which would be held against each article. */
    private static boolean contradicts(List<String> clauses) {
        return clauses.stream().anyMatch(clause -> clauses.contains("!" + clause));
    }

    /**
     * One term; null where it says nothing.
     *
     * @param stems empty for words that say nothing in the language
     * @param pairs the marks of those that stand side by side; empty where none do
     * @param plain the words as they stand
     */
    private static String of(SearchTerm term, String stems, String pairs, String plain) {
        String clause =
                switch (term.kind()) {
                    case PREFIX -> plain.isEmpty() ? "" : plain + ":*";
                    case PHRASE -> phrase(stems, pairs, plain);
                    case WORD ->
                            Stream.of(stems, plain)
                                    .filter(form -> !form.isEmpty())
                                    .map(form -> "(" + form + ")")
                                    .collect(Collectors.joining(" | "));
                };
        return clause.isEmpty() ? null : (term.excluded() ? "!" : "") + "(" + clause + ")";
    }

    private static String phrase(String stems, String pairs, String plain) {
        if (stems.isEmpty()) {
            return plain;
        }
        return pairs.isEmpty() ? stems : "(" + stems + ") & " + pairs;
    }
}
