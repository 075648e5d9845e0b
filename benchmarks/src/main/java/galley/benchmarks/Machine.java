package galley.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;

/** What the figures were measured on. */
public final class Machine {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Machine() {}

    /** One line: processors, memory, system, Java, and how busy the machine was already. */
    public static String describe() {
        return String.format(
                Locale.ROOT,
                "%d cores, %.1f GiB, %s %s, JDK %s, load %.2f at the start",
                SYSTEM.getAvailableProcessors(),
                SYSTEM.getTotalMemorySize() / (double) (1 << 30),
                SYSTEM.getName(),
                SYSTEM.getVersion(),
                Runtime.version(),
                SYSTEM.getSystemLoadAverage());
    }
}
