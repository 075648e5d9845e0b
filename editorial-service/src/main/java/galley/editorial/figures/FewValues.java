package galley.editorial.figures;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The values of a metric's tag where people write them: each value is a time series of its own, and
 * a monitoring system bears only so many.
 */
final class FewValues {
    /** Stands for all values that came after the first few. */
    static final String OTHER = "other";

    private static final int LONGEST = 100;

    private final int most;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /**
     * A tag.
     *
     * @param most how many values it may have beside "other", counted since the process started; a
     *     few more where several come at once
     */
    FewValues(int most) {
        this.most = most;
    }

    /**
     * The value that the metric has.
     *
     * @param written by somebody; null for nothing, which is an empty value
     */
    String of(String written) {
        if (written == null) {
            return "";
        }
        String value = shortened(written.strip().replaceAll("\\s+", " "));
        if (known.contains(value)) {
            return value;
        }
        if (known.size() >= most) {
            return OTHER;
        }
        known.add(value);
        return value;
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
