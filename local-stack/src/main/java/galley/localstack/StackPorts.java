package galley.localstack;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ports of a stack, all on the loopback address. */
public record StackPorts(int ingest, int editorial, int publish, int kafka, int postgres) {
    /** The names of the services, in the order of the flow. */
    public static final List<String> SERVICES = List.of("ingest", "editorial", "publish");

    /** The names of all parts. */
    public static final List<String> PARTS =
            List.of("ingest", "editorial", "publish", "kafka", "postgres");

    /**
     * The usual ports, except where the environment sets others.
     *
     * @throws IllegalArgumentException when it sets something that is no port
     */
    public static StackPorts from(Map<String, String> environment) {
        return new StackPorts(
                port(environment, "ingest", 8081),
                port(environment, "editorial", 8082),
                port(environment, "publish", 8083),
                port(environment, "kafka", 19092),
                port(environment, "postgres", 15432));
    }

    /** Ports that nobody listens on at the moment. */
    public static StackPorts free() {
        return new StackPorts(Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());
    }

    /** The environment variable that sets the port of a part. */
    public static String variable(String part) {
        return "GALLEY_" + part.toUpperCase(Locale.ROOT) + "_PORT";
    }

    /** The port of a part. */
    public int of(String part) {
        return switch (part) {
            case "ingest" -> ingest;
            case "editorial" -> editorial;
            case "publish" -> publish;
            case "kafka" -> kafka;
            case "postgres" -> postgres;
            default -> throw new IllegalArgumentException("No such part: " + part);
        };
    }

    private static int port(Map<String, String> environment, String part, int usual) {
        String set = environment.get(variable(part));
        if (set == null || set.isBlank()) {
            return usual;
        }
        try {
            int port = Integer.parseInt(set.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(variable(part) + "=" + set + " is not a port");
    }
}
