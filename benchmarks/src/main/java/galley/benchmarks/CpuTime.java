package galley.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

/** Processor time that was used up to a moment by this program, the database and the broker. */
public record CpuTime(Duration program, Duration postgres, Duration kafka) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Up to now; of processes that have ended nothing is counted. */
    public static CpuTime now(BenchmarkServers servers) {
        return new CpuTime(
                Duration.ofNanos(SYSTEM.getProcessCpuTime()),
                of(servers.postgres().pid()),
                of(servers.kafka().pid()));
    }

    /** What was used since then. */
    public CpuTime since(CpuTime then) {
        return new CpuTime(
                program.minus(then.program),
                postgres.minus(then.postgres),
                kafka.minus(then.kafka));
    }

    private static Duration of(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
