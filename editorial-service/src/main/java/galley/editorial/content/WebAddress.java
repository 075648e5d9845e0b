package galley.editorial.content;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that may stand in an article: absolute, http or https. */
public final class WebAddress {
    private WebAddress() {}

    /** Whether the text is such an address. */
    public static boolean isOne(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
