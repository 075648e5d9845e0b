package galley.ingest.structure;

import java.util.Locale;

/** The types of part that can be read from a text; they are those of {@link galley.events.Part}. */
public enum PartType {
    /** The editors' words before what follows. */
    INTRODUCTION,
    /** What was first published, or said, elsewhere. */
    REPRINT,
    /** Any other words of the publication itself, also those that follow a reprint. */
    ORIGINAL,
    /** A recording that is embedded. */
    MEDIA,
    /** A list of those who speak. */
    PEOPLE;

    /** The name that a part's JSON has for it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
