package galley.ingest.secret;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretsTest {
    private static Secrets with(String... keys) {
        return new Secrets(() -> Optional.of(List.of(keys)));
    }

    private static String key(String name, int fill) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return name + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void whatIsSealedOpensAgainAndTellsNothing() throws Exception {
        var secrets = with(key("one", 1));
        var sealed = secrets.seal("open sesame", "here");
        assertThat(sealed).startsWith("one:").doesNotContain("sesame");
        assertThat(secrets.open(sealed, "here")).isEqualTo("open sesame");
        assertThat(secrets.seal("open sesame", "here")).isNotEqualTo(sealed);
    }

    @Test
    void itOpensOnlyWhereItBelongs() {
        var secrets = with(key("one", 1));
        var sealed = secrets.seal("open sesame", "here");
        assertThatThrownBy(() -> secrets.open(sealed, "there")).isInstanceOf(SealedException.class);
        assertThatThrownBy(() -> with(key("one", 2)).open(sealed, "here"))
                .isInstanceOf(SealedException.class);
        assertThatThrownBy(() -> with(key("two", 1)).open(sealed, "here"))
                .isInstanceOf(SealedException.class)
                .hasMessageContaining("one");
    }

    @Test
    void aNewKeySealsWhileTheOldOneStillOpens() throws Exception {
        var sealed = with(key("one", 1)).seal("open sesame", "here");
        var rotated = with(key("two", 2), key("one", 1));
        assertThat(rotated.open(sealed, "here")).isEqualTo("open sesame");
        assertThat(rotated.seal("another", "here")).startsWith("two:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "one:", "one:c2hvcnQ=", ":AAAA", "one:not base64"})
    void aWrongKeyIsToldWithoutItsText(String wrong) {
        assertThatThrownBy(() -> with(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("c2hvcnQ");
    }

    @Test
    void withoutAKeyNothingCanBeSealed() {
        assertThat(new Secrets(Optional::empty).canSeal()).isFalse();
        assertThat(with(key("one", 1)).canSeal()).isTrue();
    }
}
