package galley.ingest.json;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** The publishing status of a ninjs item (IPTC's pubStatus), usable by default. */
enum NinjsStatus {
    USABLE,
    WITHHELD,
    CANCELED;

    static NinjsStatus of(JsonNode item) {
        var status = JsonFields.text(item, "pubstatus");
        if (status == null) {
            return USABLE;
        }
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "withheld" -> WITHHELD;
            case "canceled", "cancelled", "killed" -> CANCELED;
            default -> USABLE;
        };
    }
}
