package galley.editorial.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

    /** The column that has the field's values, and a value in SQL as clients know it. */
    private enum Field {
        STATE("workflow", "lower(replace(workflow, '_', '-'))"),
        PUBLICATION("publication", "lower(publication)"),
        DESK("desk"),
        ASSIGNEE("assignee"),
        SOURCE("source", "cast(source as text)"),
        PRIORITY("priority", "cast(priority as text)"),
        LANGUAGE("language"),
        KIND("kind"),
        SECTION("section"),
        TAG("tags"),
        PUBLISHER("publishers");

        private static final Set<Field> LISTS = EnumSet.of(TAG, PUBLISHER);

        private final String column;
        private final String value;

        Field(String column) {
            this(column, column);
        }

        Field(String column, String value) {
            this.column = column;
            this.value = value;
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Session database;
    private final ArticleSearch search;
    private final Planner planner;
    private final Staff staff;

    Facets(Session database, ArticleSearch search, Planner planner, Staff staff) {
        this.database = database;
        this.search = search;
        this.planner = planner;
        this.staff = staff;
    }

    /** Counts what matches; past {@link Counts#EXACT} articles, some of those. */
    @Transactional(TxType.MANDATORY)
    Counts count(Filter filter) {
        if (filter.impossible()) {
            return counts(List.of());
        }
        planner.planForTheseValues();
        Conditions all = filter.conditions().throughWords();
        return counts(
                search.amongLatest(all, Counts.EXACT + 1)
                        .map(this::rows)
                        .filter(rows -> total(rows) > Counts.EXACT)
                        .orElseGet(() -> rows(all)));
    }

    private List<Tuple> rows(Conditions conditions) {
        if (conditions.haveWords()) {
            planner.lookUp();
        }
        return ArticleSearch.with(
                        database.createNativeQuery(query(conditions), Tuple.class), conditions)
                .getResultList();
    }

    /** Goes through what matches once for all fields with one value. */
    private static String query(Conditions conditions) {
        Set<Field> single = EnumSet.complementOf(EnumSet.copyOf(Field.LISTS));
        return """
        with hits as materialized (%s),
        placed as (
            select *, row_number() over (partition by field order by articles desc, value) as place
            from (
                select case %s end as field, case %s end as value, count(*) as articles
                from hits group by grouping sets ((), %s)
                %s) as counted)
        select field, value, articles from placed where place <= %d order by field nulls first, place
        """
                .formatted(
                        hits(conditions),
                        each(single, " ", it -> whenCounted(it, "'" + it.wireName() + "'")),
                        each(single, " ", it -> whenCounted(it, it.value)),
                        each(single, ", ", it -> "(" + it.column + ")"),
                        each(Field.LISTS, " ", Facets::countOfLists),
                        MOST_VALUES);
    }

    private static String countOfLists(Field field) {
        return "union all select '%s', unnest(%s) as one, count(*) from hits group by one"
                .formatted(field.wireName(), field.column);
    }

    private static String whenCounted(Field field, String value) {
        return "when grouping(" + field.column + ") = 0 then " + value;
    }

    private static String each(Set<Field> fields, String between, Function<Field, String> text) {
        return fields.stream().map(text).collect(Collectors.joining(between));
    }

    private static String hits(Conditions conditions) {
        return """
        select w.workflow, w.publication, w.desk, w.assignee, w.source, w.priority,
            w.language, w.kind, w.section, w.tags, w.publishers
        from %s where %s limit %d
        """
                .formatted(conditions.from(), conditions.text(), Counts.EXACT + 1);
    }

    private Counts counts(List<Tuple> rows) {
        long found = rows.isEmpty() ? 0 : total(rows);
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

    private static long total(List<Tuple> rows) {
        return rows.getFirst().get("articles", Number.class).longValue();
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
