package galley.ingest.format;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.WebAddress;

/** The address of an item without what was added to follow its readers. */
public final class CanonicalAddress {
    private static final Set<String> TRACKING =
            Set.of(
                    "fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "yclid",
                    "_hsenc", "_hsmi", "mkt_tok", "wt_mc", "ref_src", "cmpid", "ocid");

    private CanonicalAddress() {}

    /**
     * The absolute address that a reference leads to, without tracking parameters and fragment.
     *
     * @param base where the reference stands
     * @return the address, or null when the reference leads to no web page
     */
    public static String of(String reference, URI base) {
        var address = resolve(reference, base);
        return address == null ? null : withoutTracking(URI.create(address)).toString();
    }

    /** Like {@link #of}, with all parameters: what is fetched from there may depend on them. */
    static String resolve(String reference, URI base) {
        if (reference == null || reference.isBlank()) {
            return null;
        }
        try {
            return WebAddress.resolve(base, reference).toString();
        } catch (RefusedAddress e) {
            return null;
        }
    }

    private static URI withoutTracking(URI address) {
        if (address.getRawQuery() == null) {
            return address;
        }
        var query =
                Arrays.stream(address.getRawQuery().split("&", -1))
                        .filter(parameter -> !isTracking(parameter))
                        .collect(Collectors.joining("&"));
        var text = address.toString();
        var bare = text.substring(0, text.indexOf('?'));
        return URI.create(query.isEmpty() ? bare : bare + "?" + query);
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        var name = equals < 0 ? parameter : parameter.substring(0, equals);
        return name.toLowerCase(Locale.ROOT).startsWith("utm_")
                || TRACKING.contains(name.toLowerCase(Locale.ROOT));
    }
}
