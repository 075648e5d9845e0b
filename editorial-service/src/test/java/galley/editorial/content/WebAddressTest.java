package galley.editorial.content;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://harbour.example/a?b=c#d, https://harbour.example/a?b=c#d",
        "HTTP://Harbour.example, HTTP://Harbour.example",
        "https://harbour.example/fähre, https://harbour.example/f%C3%A4hre",
        "https://fähre.example/, https://xn--fhre-loa.example/"
    })
    void webAddressesTakeTheLettersOfUris(String text, String address) {
        assertThat(WebAddress.parse(text)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "harbour.example",
                "/a",
                "//harbour.example/a",
                "javascript:alert(1)",
                "java\nscript:alert(1)",
                "data:text/html,x",
                "ftp://harbour.example",
                "https:harbour",
                "https://",
                "https:///a",
                "https://a b.example"
            })
    void nothingElseIsOne(String text) {
        assertThat(WebAddress.parse(text)).isEmpty();
    }
}
