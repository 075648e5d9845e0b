package galley.ingest.format;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Compares the versions that sources give their items. */
public final class Versions {
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,20}(\\.\\d{1,20}){0,4}");

    private Versions() {}

    /**
     * Which of two versions is the later one, as in {@link java.util.Comparator}: of numbers, also
     * with dots in them, the greater. What is no number has no order that anybody but its source
     * knows, and is as late as any; so is none (null).
     */
    public static int compare(String one, String other) {
        return isNumber(one) && isNumber(other) ? Arrays.compare(numbers(one), numbers(other)) : 0;
    }

    private static boolean isNumber(String version) {
        return version != null && NUMBERS.matcher(version).matches();
    }

    private static BigInteger[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).map(BigInteger::new).toArray(BigInteger[]::new);
    }
}
