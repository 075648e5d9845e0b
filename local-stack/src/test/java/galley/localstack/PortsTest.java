package galley.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortsTest {

    @Test
    void noPortIsGivenTwiceOrWhileSomebodyListensOnIt() throws IOException {
        try (var taken = new ServerSocket(Ports.free(), 1, InetAddress.getLoopbackAddress())) {
            int reserved = Ports.freeBut(31_999);
            var ports = IntStream.range(0, 2_000).map(i -> Ports.free()).boxed().toList();
            assertThat(ports)
                    .doesNotHaveDuplicates()
                    .doesNotContain(taken.getLocalPort(), reserved, 31_999);
        }
    }
}
