package galley.editorial.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import galley.editorial.search.Counts.Count;
import galley.editorial.search.Counts.ValueCount;
import galley.operations.staff.Staff;

/** Counts the articles that match, by the values of their fields. */
@ApplicationScoped
class Facets {
    private static final int MOST_VALUES = 50;

    /** The field's name, the value in SQL, and a table of values where there are several. */
    private enum Field {
        STATE("lower(replace(workflow, '_', '-'))"),
        PUBLICATION("lower(publication)"),
        DESK("desk"),
        ASSIGNEE("assignee"),
        SOURCE("cast(source as text)"),
        PRIORITY("cast(priority as text)"),
        LANGUAGE("language"),
        KIND("kind"),
        SECTION("section"),
        TAG("unnest(tags)"),
        PUBLISHER("unnest(publishers)");

        private final String value;

        Field(String value) {
            this.value = value;
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Session database;
    private final ArticleSearch search;
    private final Staff staff;

    Facets(Session database, ArticleSearch search, Staff staff) {
        this.database = database;
        this.search = search;
        this.staff = staff;
    }

    /** Counts what matches; past {@link Counts#EXACT} articles, some of those. */
    @Transactional(TxType.MANDATORY)
    Counts count(Filter filter) {
        if (filter.impossible()) {
            return counts(List.of());
        }
        search.planForTheseValues();
        Conditions conditions = filter.conditions().throughWords();
        StringBuilder query = new StringBuilder(hits(conditions));
        for (Field field : Field.values()) {
            query.append(values(field));
        }
        return counts(
                ArticleSearch.with(
                                database.createNativeQuery(query.toString(), Tuple.class),
                                conditions)
                        .getResultList());
    }

    private static String hits(Conditions conditions) {
        return """
        with hits as materialized (
            select w.workflow, w.publication, w.desk, w.assignee, w.source, w.priority,
                w.language, w.kind, w.section, w.tags, w.publishers
            from %s where %s limit %d)
        select cast(null as text) as field, cast(null as text) as value, count(*) as articles
        from hits
        """
                .formatted(conditions.from(), conditions.text(), Counts.EXACT + 1);
    }

    private static String values(Field field) {
        return """
        union all (select '%s', %s as value, count(*) as articles
            from hits group by value order by articles desc, value limit %d)
        """
                .formatted(field.wireName(), field.value, MOST_VALUES);
    }

    private Counts counts(List<Tuple> rows) {
        long found = rows.isEmpty() ? 0 : rows.getFirst().get("articles", Number.class).longValue();
        boolean more = found > Counts.EXACT;
        Map<String, List<ValueCount>> facets = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            facets.put(field.wireName(), new ArrayList<>());
        }
        Map<String, String> names = names(rows);
        for (Tuple row : rows) {
            String field = row.get("field", String.class);
            if (field != null) {
                String value = row.get("value", String.class);
                long count = row.get("articles", Number.class).longValue();
                String name = value == null ? null : names.get(value);
                facets.get(field).add(new ValueCount(value, name, count, more));
            }
        }
        return new Counts(new Count(Math.min(found, Counts.EXACT), more), facets);
    }

    private Map<String, String> names(List<Tuple> rows) {
        Set<String> people =
                rows.stream()
                        .filter(row -> "assignee".equals(row.get("field", String.class)))
                        .filter(row -> row.get("value", String.class) != null)
                        .map(row -> row.get("value", String.class))
                        .collect(Collectors.toSet());
        return staff.names(people);
    }
}
