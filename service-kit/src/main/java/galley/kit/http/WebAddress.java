package galley.kit.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import galley.kit.http.FetchException.RefusedAddress;

/** Reads addresses as people and servers write them, and puts them into one form. */
public final class WebAddress {
    private static final String LEGAL = ":/?#[]@!$&'()*+,;=-._~%";

    private WebAddress() {}

    /**
     * Reads an absolute address and puts it into one form: lower-case host, no usual port, no
     * fragment, stray characters percent-encoded.
     *
     * @throws RefusedAddress when it is no http or https address, or carries credentials
     */
    public static URI parse(String text) throws RefusedAddress {
        try {
            return normal(new URI(escaped(text.strip())));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new RefusedAddress("This is not an address: " + text);
        }
    }

    /**
     * Where a reference leads that stands at an address, in the form of {@link #parse}.
     *
     * @param from an absolute address
     * @param location an absolute or relative reference
     * @throws RefusedAddress when it leads to no http or https address
     */
    public static URI resolve(URI from, String location) throws RefusedAddress {
        try {
            return normal(from.resolve(new URI(escaped(location.strip()))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new RefusedAddress("This leads to no address: " + location);
        }
    }

    private static URI normal(URI address) throws RefusedAddress, URISyntaxException {
        var scheme =
                address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new RefusedAddress("Only http and https addresses are fetched: " + address);
        }
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            throw new RefusedAddress(
                    "The address needs a host name, and no user or password: " + scheme + "://…");
        }
        int port = address.getPort();
        boolean usual = port == (scheme.equals("http") ? 80 : 443);
        var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var host = address.getHost().toLowerCase(Locale.ROOT);
        var authority = port < 0 || usual ? host : host + ":" + port;
        return new URI(scheme + "://" + authority + path + query);
    }

    /** Host names in any script become ASCII; any other stray character is percent-encoded. */
    private static String escaped(String text) {
        int start = text.indexOf("://") + 3;
        int end = start < 3 ? start : endOfAuthority(text, start);
        var authority = start < 3 ? "" : text.substring(start, end);
        if (!authority.chars().allMatch(c -> c < 128)) {
            int colon = authority.lastIndexOf(':');
            var host = colon < 0 ? authority : authority.substring(0, colon);
            authority = IDN.toASCII(host) + authority.substring(host.length());
        }
        return start < 3
                ? percentEncoded(text)
                : text.substring(0, start) + authority + percentEncoded(text.substring(end));
    }

    private static int endOfAuthority(String text, int start) {
        int end = start;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String percentEncoded(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || LEGAL.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }
}
