package galley.editorial;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import galley.kit.sql.NativeQueries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@OnServers
@Transactional
class NativeQueriesTest {
    @Inject Session session;

    @Test
    void whatWasWorkedOutOfAQueryIsFoundAgain() {
        String sql = "select 'asked'";
        var statistics = session.getSessionFactory().getStatistics();
        statistics.setStatisticsEnabled(true);
        for (int i = 0; i < 3; i++) {
            NativeQueries.values(session, sql, String.class).getSingleResult();
        }
        var asked = statistics.getQueryStatistics(sql);
        statistics.setStatisticsEnabled(false);
        assertThat(asked.getPlanCacheMissCount()).isEqualTo(1);
        assertThat(asked.getPlanCacheHitCount()).isEqualTo(2);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("true", true),
                arguments("7", 7),
                arguments("cast(7 as bigint)", 7L),
                arguments("'quay'", "quay"),
                arguments("timestamptz '2026-05-18T10:00Z'", Instant.parse("2026-05-18T10:00:00Z")),
                arguments("cast('\\xff' as bytea)", new byte[] {-1}),
                arguments("array['a', 'b']", new String[] {"a", "b"}),
                arguments(
                        "uuid '0190163d-8694-739b-aea5-966c26f8ad91'",
                        UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesComeAsTheyAreInJava(String sql, Object value) {
        Object answer =
                NativeQueries.values(session, "select " + sql, value.getClass()).getSingleResult();
        assertThat(answer).isEqualTo(value);
    }

    @Test
    void nothingIsNull() {
        var query = NativeQueries.values(session, "select cast(null as text)", String.class);
        assertThat(query.getSingleResultOrNull()).isNull();
    }
}
