package galley.editorial.check.link;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.editorial.check.link.LinkResult.Outcome;
import galley.kit.http.FetchException;
import galley.kit.http.FetchSettings;
import galley.kit.http.SafeHttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What the answers of a server mean for a link. */
class LinkFetchingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    private static LinkResult fetch(String address, boolean headRefused, boolean inside)
            throws Exception {
        FetchSettings settings =
                new FetchSettings(inside, PATIENCE, PATIENCE, PATIENCE, 1_000, "Galley/test");
        try (SafeHttp http = new SafeHttp(settings)) {
            return new LinkFetching(http).fetch(new DueLink(address, "a", headRefused));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, WORKS",
        "204, WORKS",
        "429, WORKS",
        "400, HEAD_REFUSED",
        "401, HEAD_REFUSED",
        "403, HEAD_REFUSED",
        "404, HEAD_REFUSED",
        "405, HEAD_REFUSED",
        "501, HEAD_REFUSED",
        "503, HEAD_REFUSED"
    })
    void anErrorToHeadIsNotTheLastWord(int status, Outcome outcome) throws Exception {
        assertThat(fetch(site.answers("/page", status), false, true).outcome()).isEqualTo(outcome);
        assertThat(site.requests()).containsExactly("HEAD /page");
    }

    @ParameterizedTest
    @CsvSource({
        "200, WORKS",
        "204, WORKS",
        "400, BROKEN",
        "401, WORKS",
        "403, WORKS",
        "404, BROKEN",
        "410, BROKEN",
        "429, WORKS",
        "451, BROKEN",
        "500, FAILED",
        "503, FAILED"
    })
    void theAnswerToGetIs(int status, Outcome outcome) throws Exception {
        LinkResult result = fetch(site.answers("/page", status), true, true);
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.status()).isEqualTo(status);
        assertThat(site.requests()).containsExactly("GET /page");
    }

    @Test
    void redirectsAreFollowed() throws Exception {
        String link = site.answers("/old", 302);
        assertThat(fetch(link, true, true).outcome()).isEqualTo(Outcome.BROKEN);
        site.answers("/target", 200);
        assertThat(fetch(link, false, true).outcome()).isEqualTo(Outcome.WORKS);
    }

    @Test
    void aServerThatIsNotThereMayComeBackAndSoMayAHost() throws Exception {
        site.close();
        assertThat(fetch(site.at("/page"), false, true).outcome()).isEqualTo(Outcome.FAILED);
        LinkResult nowhere = fetch("http://galley-test.invalid/", false, true);
        assertThat(nowhere.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(nowhere.status()).isNull();
        assertThat(nowhere.problem()).contains("galley-test.invalid");
    }

    @Test
    void nobodyGetsInsideThroughALink() throws Exception {
        String link = site.answers("/page", 200);
        assertThat(fetch(link, false, false).outcome()).isEqualTo(Outcome.NOT_ALLOWED);
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void theEndOfTheProcessSaysNothingOfTheLink() {
        Thread.currentThread().interrupt();
        assertThat(catchThrowable(() -> fetch(site.at("/"), false, true)))
                .isInstanceOf(FetchException.CalledOff.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
