package galley.ingest.format;

import java.nio.charset.Charset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** In which charset a document is written, whatever it says. */
class RawDocumentTest {

    @ParameterizedTest
    @CsvSource({"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void wideCharactersAreKnownWithoutAMark(String charset) {
        var bytes = "<a>Maré</a>".getBytes(Charset.forName(charset));
        assertThat(text(bytes, null)).isEqualTo("<a>Maré</a>");
        assertThat(text(bytes, "text/xml; charset=utf-8")).isEqualTo("<a>Maré</a>");
        var marked = "\uFEFF<a>Maré</a>".getBytes(Charset.forName(charset));
        assertThat(text(marked, null)).isEqualTo("<a>Maré</a>");
    }

    @Test
    void narrowCharactersAreNotTakenForWideOnes() {
        var bytes = "<?xml version='1.0' encoding='UTF-16'?><a>Maré</a>".getBytes(UTF_8);
        assertThat(text(bytes, null)).contains("Maré");
        assertThat(text(bytes, "text/xml; charset=utf-16")).contains("Maré");
    }

    @Test
    void aCharsetThatNobodyKnowsLeavesItToTheDeclaration() {
        var bytes =
                "<?xml version='1.0' encoding='windows-1251'?><a>Пирс</a>"
                        .getBytes(Charset.forName("windows-1251"));
        assertThat(text(bytes, "text/xml; charset=x-none")).contains("Пирс");
    }

    /** Windows' quotation marks, decoded as ISO 8859-1 somewhere on the way. */
    @Test
    void quotationMarksThatBecameControlCharactersAreQuotationMarks() {
        assertThat(text("\u0093It\u0092s\u0094 \u0081\u0007fine".getBytes(UTF_8), null))
                .isEqualTo("“It’s” fine");
    }

    private static String text(byte[] bytes, String contentType) {
        return new RawDocument(bytes, contentType, Readings.ADDRESS).text();
    }
}
