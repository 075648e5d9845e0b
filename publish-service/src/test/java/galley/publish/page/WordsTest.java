package galley.publish.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[^{}]+\\}");

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void everyLanguageSaysAllThatEnglishSays(String language) throws IOException {
        var english = words("en");
        var words = words(language);
        assertThat(words.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : words.stringPropertyNames()) {
            var text = words.getProperty(key);
            assertThat(text).as(key).isNotBlank();
            if (!key.equals("articles")) {
                assertThat(PLACE.matcher(text).results().map(it -> it.group()))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(
                                PLACE.matcher(english.getProperty(key))
                                        .results()
                                        .map(it -> it.group())
                                        .toList());
            }
        }
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        try (var file = WordsTest.class.getResourceAsStream("/words/" + language + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return words;
    }
}
