package galley.kit.http;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.kit.http.FetchException.RefusedAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://Ferry.Example.ORG/Feed, https://ferry.example.org/Feed",
        "https://ferry.example.org, https://ferry.example.org/",
        "https://ferry.example.org:443/, https://ferry.example.org/",
        "http://ferry.example.org:8080/#top, http://ferry.example.org:8080/",
        "' http://ferry.example.org/a b?q=ü|x '," + " http://ferry.example.org/a%20b?q=%C3%BC%7Cx",
        "http://ferry.example.org/100%25?a=%20, http://ferry.example.org/100%25?a=%20",
        "https://fähre.example/, https://xn--fhre-loa.example/",
        "https://fähre.example:8443/ü, https://xn--fhre-loa.example:8443/%C3%BC"
    })
    void addressesHaveOneForm(String text, String expected) throws Exception {
        assertThat(WebAddress.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "feed.xml",
                "/feed",
                "//ferry.example.org/",
                "ftp://ferry.example.org/",
                "file:///etc/passwd",
                "gopher://ferry.example.org/",
                "jar:http://ferry.example.org!/x",
                "http://",
                "http:///x",
                "http://user:secret@ferry.example.org/",
                "http://ferry.example.org:port/",
                "javascript:alert(1)",
                "http://a\u0000b/"
            })
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(RefusedAddress.class).isThrownBy(() -> WebAddress.parse(text));
    }

    @Test
    void redirectsMayBeRelative() throws Exception {
        var from = URI.create("https://ferry.example.org/a/b?c");
        assertThat(WebAddress.resolve(from, "../d e"))
                .hasToString("https://ferry.example.org/d%20e");
        assertThat(WebAddress.resolve(from, "//tram.example.org/x"))
                .hasToString("https://tram.example.org/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://LOCALHOST:8081/",
                "http://api.localhost/",
                "http://127.0.0.1/",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://2130706433/"
            })
    void anAddressThatSaysItIsInsideIsRefusedAtOnce(String text) throws Exception {
        try (var http = new SafeHttp(settings(false))) {
            assertThatExceptionOfType(RefusedAddress.class)
                    .isThrownBy(() -> http.check(text))
                    .withMessageContaining("inside this network");
        }
        try (var http = new SafeHttp(settings(true))) {
            assertThat(http.check(text)).isNotNull();
        }
    }

    private static FetchSettings settings(boolean allowPrivateAddresses) {
        var second = Duration.ofSeconds(1);
        return new FetchSettings(
                allowPrivateAddresses, second, second, second, 1_000, "Galley/test");
    }
}
