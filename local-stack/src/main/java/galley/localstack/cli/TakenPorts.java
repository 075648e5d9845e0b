package galley.localstack.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

import galley.localstack.StackPorts;

/** Finds out before anything is started whether every port is free. */
final class TakenPorts {
    private TakenPorts() {}

    /**
     * Looks at every port of a stack.
     *
     * @throws CommandException when one is taken; names it, who has it, and how to set another
     */
    static void refuse(StackPorts ports) {
        Map<String, Integer> all = new LinkedHashMap<>();
        StackPorts.PARTS.forEach(part -> all.put(part, ports.of(part)));
        all.forEach(TakenPorts::refuse);
        if (all.values().stream().distinct().count() < all.size()) {
            throw new CommandException("Two parts are set to the same port: " + all);
        }
    }

    private static void refuse(String part, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new CommandException(
                    "Port %d (%s) is taken%s; end that, or set %s to another port"
                            .formatted(
                                    port,
                                    part,
                                    PortOwner.of(port).map(owner -> " by " + owner).orElse(""),
                                    StackPorts.variable(part)));
        }
    }
}
