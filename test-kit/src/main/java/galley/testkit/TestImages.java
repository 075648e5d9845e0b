package galley.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The images of test servers. */
final class TestImages {
    static final String POSTGRES = named("postgres");
    static final String KAFKA = named("kafka");

    private TestImages() {}

    private static String named(String server) {
        try (InputStream file = TestImages.class.getResourceAsStream("images.properties")) {
            Properties images = new Properties();
            images.load(file);
            return images.getProperty(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
