package io.sevenfold.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A Java runtime of this machine, to be copied into a base. */
record Jre(Path home) {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    /** Of a JDK, what runs programs; and what of that only a compiler or a reader of sources needs. */
    private static final List<String> PARTS = List.of("bin", "conf", "lib", "release");

    private static final List<String> LEFT_OUT = List.of("src.zip", "ct.sym");

    /** Java 25, as images have it in production; where the machine has none, the Java that runs Maven, and a line says so. */
    static Jre find() {
        try (Stream<Path> homes = Files.exists(INSTALLED) ? Files.list(INSTALLED) : Stream.empty()) {
            return homes.map(Jre::new)
                    .filter(jre -> jre.version().startsWith("25"))
                    .findFirst()
                    .orElseGet(Jre::ofMaven);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code 25.0.3}, or nothing where it is no JDK. */
    String version() {
        Path release = home.resolve("release");
        try {
            return !Files.exists(release)
                    ? ""
                    : Files.readAllLines(release).stream()
                            .filter(line -> line.startsWith("JAVA_VERSION="))
                            .map(line -> line.replaceAll(".*=\"|\"$", ""))
                            .findFirst()
                            .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Links are followed: distributions link to certificates and settings elsewhere. */
    void copyTo(Path folder) {
        for (String part : PARTS) {
            try (Stream<Path> files = Files.walk(home.resolve(part))) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Path copy = folder.resolve(home.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else if (Files.exists(file)
                            && !LEFT_OUT.contains(file.getFileName().toString())) {
                        Files.createDirectories(copy.getParent());
                        // With their time: the archive of loaded classes is only used with the modules it was made of.
                        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot copy " + home, e);
            }
        }
    }

    private static Jre ofMaven() {
        Jre jre = new Jre(Path.of(System.getProperty("java.home")));
        System.out.println("NO JAVA 25 FOUND below " + INSTALLED + ": the images are tried on Java " + jre.version());
        return jre;
    }
}
