package galley.editorial.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.Session;

import galley.kit.sql.NativeQueries;

/** What PostgreSQL's planner is told in the caller's transaction, and what it is asked. */
@ApplicationScoped
class Planner {
    /**
     * A plan for any words is a bad one for most. Compiling a plan takes longer than running it, as
     * a page is small, and so does starting workers for it. What is looked for most lies in memory
     * or on a disk without a head.
     */
    private static final String PLAN_FOR_THESE_VALUES =
            """
            select set_config('plan_cache_mode', 'force_custom_plan', true),
                set_config('jit', 'off', true),
                set_config('max_parallel_workers_per_gather', '0', true),
                set_config('random_page_cost', '1.1', true)
            """;

    private static final String LOOK_UP = "select set_config('enable_seqscan', 'off', true)";

    private final Session database;
    private final ObjectMapper json;

    Planner(Session database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Plans for the values that queries have. */
    @Transactional(TxType.MANDATORY)
    void planForTheseValues() {
        tell(PLAN_FOR_THESE_VALUES);
    }

    /** Looks words up; it would read through texts until it came across enough of them. */
    @Transactional(TxType.MANDATORY)
    void lookUp() {
        tell(LOOK_UP);
    }

    private void tell(String settings) {
        database.createNativeQuery(settings, Object[].class).getSingleResult();
    }

    /** How many articles it expects to match. */
    @Transactional(TxType.MANDATORY)
    double expected(Conditions conditions) {
        String explain =
                "explain (format json) select from %s where %s"
                        .formatted(conditions.from(), conditions.text());
        var select = NativeQueries.values(database, explain, String.class);
        String plan = ArticleSearch.with(select, conditions).getSingleResult();
        try {
            return json.readTree(plan).at("/0/Plan/Plan Rows").asDouble();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The planner answers in JSON", e);
        }
    }
}
