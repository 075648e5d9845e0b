package galley.kit.stream;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept of a log in memory. */
class RecentTest {
    private record Item(long position, int size, boolean takesBack) implements StreamItem {
        @Override
        public String name() {
            return "item";
        }
    }

    private static List<Item> items(long first, int count, int size) {
        return LongStream.range(first, first + count)
                .mapToObj(position -> new Item(position, size, false))
                .toList();
    }

    @Test
    void goesOnFromWhereItStarted() {
        var recent = Recent.<Item>startingAt(7).with(items(8, 3, 10));
        assertThat(recent.last()).isEqualTo(10);
        assertThat(recent.goesOnFrom(6)).isFalse();
        assertThat(recent.goesOnFrom(7)).isTrue();
        assertThat(recent.after(8)).extracting(Item::position).containsExactly(9L, 10L);
        assertThat(recent.after(10)).isEmpty();
        assertThat(recent.after(99)).isEmpty();
    }

    @Test
    void keepsNoMoreThanItMayInNumber() {
        var recent = Recent.<Item>startingAt(0);
        for (int batch : IntStream.range(0, 30).toArray()) {
            recent = recent.with(items(1 + batch * 500L, 500, 1));
        }
        assertThat(recent.last()).isEqualTo(15_000);
        assertThat(recent.items()).hasSize(5_000);
        assertThat(recent.from()).isEqualTo(10_000);
    }

    @Test
    void keepsNoMoreThanItMayInText() {
        var recent = Recent.<Item>startingAt(0).with(items(1, 10, 3_000_000));
        assertThat(recent.last()).isEqualTo(10);
        assertThat(recent.items()).extracting(Item::position).containsExactly(9L, 10L);
        var none = recent.with(items(11, 1, 9_000_000));
        assertThat(none.last()).isEqualTo(11);
        assertThat(none.items()).isEmpty();
    }

    @Test
    void forgetsWhatWasReadBeforeATextWasTakenBack() {
        var recent = Recent.<Item>startingAt(0).with(items(1, 3, 10));
        var later = recent.with(List.of(new Item(4, 10, false), new Item(5, 10, true)));
        assertThat(later.takenBack()).isEqualTo(5);
        assertThat(later.goesOnFrom(2)).isFalse();
        assertThat(later.after(3)).extracting(Item::position).containsExactly(4L, 5L);
        var more = later.with(items(6, 1, 10));
        assertThat(more.after(3)).hasSize(3);
        assertThat(more.takenBack()).isEqualTo(5);
    }
}
