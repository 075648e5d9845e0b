package galley.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Figures of the same thing, measured several times. */
public final class Spread {
    private final double[] sorted;

    /**
     * @param figures at least one
     */
    public Spread(double... figures) {
        if (figures.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sorted = figures.clone();
        Arrays.sort(sorted);
    }

    /**
     * The smallest figure that so many percent of all don't exceed (nearest rank).
     *
     * @param percent above 0, up to 100
     */
    public double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.clamp(rank, 1, sorted.length) - 1];
    }

    public double min() {
        return sorted[0];
    }

    public double median() {
        return percentile(50);
    }

    public double max() {
        return sorted[sorted.length - 1];
    }

    /**
     * Smallest, median and largest.
     *
     * @param format of each, as {@link String#format} takes it
     */
    public String show(String format) {
        String all = "%s / %s / %s".formatted(format, format, format);
        return String.format(Locale.ROOT, all, min(), median(), max());
    }
}
