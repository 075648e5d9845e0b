package galley.editorial.content;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses that may stand in an article: absolute, http or https. */
public final class WebAddress {
    private WebAddress() {}

    /**
     * The address in the letters of a URI (RFC 3986); empty where the text is no such address. A
     * host name in another script takes its ASCII form.
     */
    public static Optional<String> parse(String text) {
        try {
            URI address = new URI(text.strip());
            String scheme = address.getScheme();
            boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
            if (!web || address.getRawAuthority() == null) {
                return Optional.empty();
            }
            URI ascii =
                    new URI(
                            text.strip()
                                    .replace(
                                            address.getRawAuthority(),
                                            IDN.toASCII(address.getRawAuthority())));
            return Optional.ofNullable(ascii.getHost()).map(_ -> ascii.toASCIIString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
