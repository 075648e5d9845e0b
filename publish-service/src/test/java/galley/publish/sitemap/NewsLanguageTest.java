package galley.publish.sitemap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NewsLanguageTest {
    @ParameterizedTest
    @CsvSource({
        "en-GB, en",
        "pt, pt",
        "yue, yue",
        "zh, zh-cn",
        "zh-CN, zh-cn",
        "zh-Hans-TW, zh-cn",
        "zh-TW, zh-tw",
        "zh-Hant, zh-tw",
        "zh-HK, zh-tw",
        "und, de",
        "x-klingon, de"
    })
    void isIso639AndChineseByItsCharacters(String tag, String language) {
        assertThat(NewsLanguage.of(tag, "de-AT")).isEqualTo(language);
    }

    @Test
    void whatDoesNotSayIsInThePublicationsLanguage() {
        assertThat(NewsLanguage.of(null, "en-GB")).isEqualTo("en");
    }
}
