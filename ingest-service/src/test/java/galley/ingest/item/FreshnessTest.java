package galley.ingest.item;

import java.net.URI;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.ingest.format.ItemDraft;
import galley.ingest.format.ReadItem;

import static org.assertj.core.api.Assertions.assertThat;

class FreshnessTest {
    private static final URI BASE = URI.create("https://wire.example/");

    @ParameterizedTest
    @CsvSource({
        "2, 2026-01-01T00:00:00Z, 3, 2026-01-01T00:00:00Z, true", // the version counts
        "3, 2026-01-01T00:00:00Z, 2, 2026-01-02T00:00:00Z, false", // before the time
        "9, , 10, , true", // as a number
        "1.9, , 1.10, , true",
        "2, 2026-01-01T00:00:00Z, 2, 2026-01-02T00:00:00Z, true", // then the time
        "2, 2026-01-02T00:00:00Z, 2, 2026-01-01T00:00:00Z, false",
        "draft, 2026-01-01T00:00:00Z, final, 2026-01-02T00:00:00Z, true",
        "draft, , final, , false", // what comes later is newer
        ", , , , false",
        ", 2026-01-01T00:00:00Z, , , false",
        "1, , , 2026-01-02T00:00:00Z, false",
        "99999999999999999999, , 3, , false"
    })
    void theVersionCountsFirstAndThenTheTime(
            String version, String time, String presentVersion, String presentTime, boolean older) {
        assertThat(
                        Freshness.isOlder(
                                item(version, time).content(),
                                item(presentVersion, presentTime).content()))
                .isEqualTo(older);
    }

    private static ReadItem item(String version, String time) {
        var draft = new ItemDraft(1);
        draft.base = BASE;
        draft.headline = "Ferry";
        draft.version = version;
        draft.versionCreated = time == null ? null : Instant.parse(time);
        return (ReadItem) draft.toEntry();
    }
}
