package galley.publish.sitemap;

import java.time.Instant;
import java.time.YearMonth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.publish.edition.PublicationMonth;

import static org.assertj.core.api.Assertions.assertThat;

class ChunkTest {
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    @ParameterizedTest
    @CsvSource({"1, 1", "50000, 1", "50001, 2", "100000, 2", "100001, 3"})
    void aMonthHasAsManyAsItNeeds(int articles, int chunks) {
        var month = new PublicationMonth(MAY, articles, 0, Instant.EPOCH);
        assertThat(Chunk.of(month)).hasSize(chunks);
    }

    @Test
    void namesReadBack() {
        for (var chunk : new Chunk[] {new Chunk(MAY, 1), new Chunk(MAY, 12)}) {
            assertThat(Chunk.named(chunk.name())).contains(chunk);
        }
        assertThat(new Chunk(MAY, 1).name()).isEqualTo("2026-05");
        assertThat(new Chunk(MAY, 2).name()).isEqualTo("2026-05-2");
        assertThat(new Chunk(MAY, 2).offset()).isEqualTo(50_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-13", "2026-05-0", "2026-05-1", "2026-05-x", "2026-5"})
    void anythingElseIsNoName(String name) {
        assertThat(Chunk.named(name)).isEmpty();
    }
}
