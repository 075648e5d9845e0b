package galley.publish.ready;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How long an answer is given again. */
class ReadyAnswerTest {
    private static final UUID ARTICLE = UUID.randomUUID();
    private static final long DUE = Duration.ofSeconds(1).toNanos();
    private static final long OLD = Duration.ofSeconds(2).toNanos();

    private final Changes changes = new Changes(null);
    private final ReadyAnswer list = answer(SurrogateKeys.EDITION);
    private final ReadyAnswer article = answer(SurrogateKeys.of(ARTICLE));

    private ReadyAnswer answer(String key) {
        return new ReadyAnswer(
                List.of(), List.of(), new byte[0], "\"t\"", "/", List.of(key), changes.now(), 0);
    }

    @BeforeEach
    void hearOfTheDatabase() {
        changes.heard(Duration.ofHours(1).toNanos());
    }

    @Test
    void anArticleIsTrueUntilItChanges() {
        assertThat(article.isTrue(changes, 10 * OLD)).isTrue();
        assertThat(article.isDue(10 * OLD)).isFalse();
        changes.article(UUID.randomUUID().toString());
        assertThat(article.isTrue(changes, 0)).isTrue();
        changes.article(ARTICLE.toString());
        assertThat(article.isTrue(changes, 0)).isFalse();
    }

    @Test
    void aListIsTrueUntilAnyArticleChanges() {
        assertThat(list.isTrue(changes, 0)).isTrue();
        changes.article(ARTICLE.toString());
        assertThat(list.isTrue(changes, 0)).isFalse();
    }

    @Test
    void aListIsMadeAnewByOneWhileTheOthersGetWhatThereIs() {
        assertThat(list.isDue(DUE - 1)).isFalse();
        assertThat(list.isDue(DUE)).isTrue();
        assertThat(list.claim()).isTrue();
        assertThat(list.claim()).isFalse();
        assertThat(list.isDue(DUE)).isFalse();
        assertThat(list.isTrue(changes, DUE)).isTrue();
    }

    @Test
    void aListThatNobodyMadeAnewIsTooOldInTheEnd() {
        assertThat(list.isTrue(changes, OLD - 1)).isTrue();
        assertThat(list.isTrue(changes, OLD)).isFalse();
    }

    @Test
    void aListThatCameOutTheSameIsAsGoodAsNew() {
        assertThat(list.claim()).isTrue();
        list.renew(changes, DUE);
        assertThat(list.isTrue(changes, OLD)).isTrue();
        assertThat(list.isDue(OLD - 1)).isFalse();
        assertThat(list.isDue(OLD)).isTrue();
    }

    @Test
    void whatCameOutTheSameAfterAChangeIsNotRenewed() {
        changes.article(ARTICLE.toString());
        list.renew(changes, DUE);
        assertThat(list.isTrue(changes, DUE)).isFalse();
    }

    @Test
    void nothingIsTrueWhileTheDatabaseIsNotHeardOf() {
        changes.heard(-1);
        assertThat(article.isTrue(changes, 0)).isFalse();
    }
}
