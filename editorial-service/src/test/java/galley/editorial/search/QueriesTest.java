package galley.editorial.search;

import java.util.Optional;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** What words become in PostgreSQL's text search. */
@OnServers
class QueriesTest {
    @Inject Queries queries;

    private Optional<String> query(String words) {
        return QuarkusTransaction.requiringNew().call(() -> queries.of(words, null));
    }

    @BeforeEach
    void articlesOfOneLanguageAtLeast() {
        Api.as("editor", "eva").create("Harbour opens");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harbour -harbour",
                "ferry -harbour harbour",
                "\"new harbour\" -\"new harbour\"",
                "harb* -harb*"
            })
    void whatExcludesWhatItAsksForMatchesNothing(String words) {
        assertThat(query(words)).isEmpty();
    }

    @Test
    void whatExcludesOneOfSeveralDoesNot() {
        assertThat(query("harbour -ferry")).isPresent();
        assertThat(query("harbour OR ferry -harbour")).isPresent();
        assertThat(query("\"new harbour\" -harbour")).isPresent();
    }
}
