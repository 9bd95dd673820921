package io.sevenfold.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Stands where a service's jar stands: becomes ready, or dies, as its environment says. */
public final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        for (int line = 1; line <= 100; line++) {
            System.out.println("line " + line);
        }
        if (System.getenv("DIES") != null) {
            System.exit(3);
        }
        int port = Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    static Path jar(Path folder) throws IOException {
        Path jar = folder.resolve("quarkus-run.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        String file = FakeService.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                var classFile = FakeService.class.getClassLoader().getResourceAsStream(file)) {
            entries.putNextEntry(new ZipEntry(file));
            classFile.transferTo(entries);
        }
        return jar;
    }
}
