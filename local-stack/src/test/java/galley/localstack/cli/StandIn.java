package galley.localstack.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import com.sun.net.httpserver.HttpServer;

import galley.localstack.StackPorts;

/** A program in the place of each service: ready at once, and does nothing else. */
final class StandIn {
    private StandIn() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/q/health/ready",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        System.out.println("stands in on " + System.getenv("QUARKUS_DATASOURCE_JDBC_URL"));
    }

    /** Puts the program where the stack looks for the packaged services. */
    static void packageInto(Path programs) throws IOException {
        for (String service : StackPorts.SERVICES) {
            Path jar = programs.resolve(service + "-service").resolve("quarkus-run.jar");
            Files.createDirectories(jar.getParent());
            packageAs(jar);
        }
    }

    private static void packageAs(Path jar) throws IOException {
        String file = StandIn.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        try (OutputStream out = Files.newOutputStream(jar);
                var archive = new JarOutputStream(out, manifest);
                var program = StandIn.class.getClassLoader().getResourceAsStream(file)) {
            archive.putNextEntry(new JarEntry(file));
            program.transferTo(archive);
        }
    }
}
