package galley.publish.announcement;

import java.util.Locale;

/** What an announcement says of its article, as IPTC {@code pubStatus} names it. */
public enum Status {
    /** The article is to be had. */
    USABLE,
    /** Nobody gets it for now. */
    WITHHELD,
    /** It is withdrawn for good. */
    CANCELED;

    /** The name on the wire: {@code usable}, {@code withheld} or {@code canceled}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
