package galley.editorial.check;

import java.util.Map;

/**
 * What was set of a desk.
 *
 * @param revision counts the changes, from 0
 * @param severities by the check's name; a check that was not set is missing
 */
record Settings(long revision, Map<String, Severity> severities) {
    static final Settings NONE = new Settings(0, Map.of());

    Settings {
        severities = Map.copyOf(severities);
    }
}
