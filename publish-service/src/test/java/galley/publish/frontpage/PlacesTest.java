package galley.publish.frontpage;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import galley.events.Arrangement;
import galley.events.Pin;

import static org.assertj.core.api.Assertions.assertThat;

class PlacesTest {
    private static final Instant NOW = Instant.parse("2026-05-20T10:00:00Z");
    private static final UUID A = UUID.randomUUID();
    private static final UUID B = UUID.randomUUID();
    private static final UUID C = UUID.randomUUID();
    private static final UUID D = UUID.randomUUID();

    /** All are live, A the newest. */
    private static final List<UUID> NEWEST = List.of(A, B, C, D);

    @Test
    void theNewestStandFirstWhereNothingElseIsSaid() {
        assertThat(fill(3, List.of(), List.of())).containsExactly(A, B, C);
    }

    @Test
    void theOrderGoesFirstAndTheNewestFollow() {
        assertThat(fill(9, List.of(), List.of(D, B))).containsExactly(D, B, A, C);
    }

    @Test
    void aPinKeepsItsPositionAmongTheOthers() {
        assertThat(fill(9, List.of(new Pin(D, 2, null)), List.of(C, D)))
                .containsExactly(C, D, A, B);
    }

    @Test
    void aPinEndsAtItsTime() {
        assertThat(fill(9, List.of(new Pin(D, 1, NOW.plusMillis(1))), List.of()))
                .containsExactly(D, A, B, C);
        assertThat(fill(9, List.of(new Pin(D, 1, NOW)), List.of())).containsExactly(A, B, C, D);
    }

    @Test
    void whatIsNotLiveTakesNoPlace() {
        var arrangement =
                new Arrangement(
                        9,
                        List.of(new Pin(UUID.randomUUID(), 1, null), new Pin(C, 2, null)),
                        List.of(UUID.randomUUID(), B));
        assertThat(Places.fill(arrangement, Set.of(B, C), NEWEST, NOW)).containsExactly(B, C, A, D);
    }

    @Test
    void aPinBehindTheLastArticleStandsAfterIt() {
        assertThat(fill(9, List.of(new Pin(A, 7, null), new Pin(B, 8, null)), List.of()))
                .containsExactly(C, D, A, B);
    }

    @Test
    void aPageIsNoLongerThanItsSize() {
        assertThat(fill(2, List.of(new Pin(D, 2, null)), List.of(C, B, A))).containsExactly(C, D);
    }

    private static List<UUID> fill(int size, List<Pin> pins, List<UUID> order) {
        return Places.fill(new Arrangement(size, pins, order), new HashSet<>(NEWEST), NEWEST, NOW);
    }
}
