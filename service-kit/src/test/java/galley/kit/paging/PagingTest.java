package galley.kit.paging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.kit.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PagingTest {
    private static final UUID ID = UUID.fromString("0198c2f0-0000-7000-8000-000000000001");

    @Test
    void aCursorComesBackAsItWent() {
        var cursor = new Cursor(Instant.parse("2026-05-20T10:00:00.123456Z"), ID);
        assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
    }

    @Test
    void aCursorNeedsNoEscapingInAnAddress() {
        assertThat(new Cursor(Instant.EPOCH, ID).encode()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%%%", "bm90aGluZw", "MjAyNi8x", "MTk3MC0wMS0wMVQwMDowMDowMFov"})
    void anyOtherTextIsABadCursor(String text) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Cursor.decode(text))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59.999999999Z", "-0001-01-01T00:00:00Z"})
    void aTimeThatNoDatabaseHoldsIsABadCursor(String time) {
        var cursor = new Cursor(Instant.parse(time), ID).encode();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Cursor.decode(cursor))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Test
    void withoutParametersAListStartsAtItsStartWithFiftyRows() {
        assertThat(PageRequest.of(null, null)).isEqualTo(new PageRequest(50, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", "1e1", "99999999999"})
    void aLimitOutOfRangeIsRefused(String limit) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> PageRequest.of(limit, null));
    }

    @Test
    void aFullListIsReadPageByPageWithoutGapOrRepeat() {
        var rows = IntStream.range(0, 7).boxed().toList();
        var request = new PageRequest(3, null);
        var first = page(rows, request);
        assertThat(first.items()).containsExactly("row 0", "row 1", "row 2");
        assertThat(Cursor.decode(first.next()).time()).isEqualTo(Instant.ofEpochSecond(2));
        var last = page(rows.subList(6, 7), request);
        assertThat(last.items()).containsExactly("row 6");
        assertThat(last.next()).isNull();
    }

    @Test
    void aPageThatHoldsExactlyTheRestIsTheLast() {
        assertThat(page(List.of(1, 2, 3), new PageRequest(3, null)).next()).isNull();
    }

    private static Page<String> page(List<Integer> rows, PageRequest request) {
        var read = rows.subList(0, Math.min(rows.size(), request.rowsToRead()));
        return Page.of(
                read, request, n -> new Cursor(Instant.ofEpochSecond(n), ID), n -> "row " + n);
    }
}
