package galley.publish.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/**
 * The site's own words: English, over them those of its language where there are any, over them the
 * theme's.
 */
final class Words {
    private final Locale locale;
    private final Properties words = new Properties();

    Words(Locale locale, Theme theme) {
        this.locale = locale;
        load("en");
        load(locale.getLanguage());
        theme.words().ifPresent(text -> load(new StringReader(text)));
    }

    /**
     * Says something.
     *
     * @throws IllegalArgumentException when there is no such key
     */
    String say(String key) {
        var text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("There are no words for " + key);
        }
        return text;
    }

    /** Says something about a thing, whose place is <code>{0}</code> (MessageFormat). */
    String say(String key, Object thing) {
        return new MessageFormat(say(key), locale).format(new Object[] {thing});
    }

    private void load(String language) {
        try (var file = Words.class.getResourceAsStream("/words/" + language + ".properties")) {
            if (file != null) {
                load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(Reader text) {
        try {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
