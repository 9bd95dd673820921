package io.sevenfold.image;

import io.sevenfold.infra.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A base for the images that comes from no registry: Debian's smallest system and a Java runtime, in a folder of the build's.
 *
 * <p>Its packages are only unpacked. Nothing of them runs but the C library, and to configure them takes as long again.
 */
record Base(Path folder, Jre jre) {

    static final String JAVA_HOME = "/opt/java/openjdk";

    private static final String RELEASE = "bookworm";

    /** What debootstrap leaves for its second half, and what a runtime puts in place itself. */
    private static final List<String> LEFTOVERS = List.of("debootstrap", "var/cache/apt/archives", "dev", "proc");

    private static final List<String> PLACES = List.of("dev", "proc", "sys", "tmp");

    /** Made once for this build's folder; nothing, and a line that says why, where Debian's mirror does not answer. */
    static Optional<Base> made() {
        Base base = new Base(Path.of("target", "base").toAbsolutePath(), Jre.find());
        if (Files.exists(base.mark())) {
            return Optional.of(base);
        }
        Folders.delete(base.folder);
        Command.Outcome outcome = Command.of(
                        "debootstrap", "--foreign", "--variant=minbase", RELEASE, base.folder.toString())
                .run(Duration.ofMinutes(5));
        if (outcome.code() != 0) {
            System.out.println("NO BASE FOR IMAGES: their tests are skipped. debootstrap says: " + outcome.lastWords());
            return Optional.empty();
        }
        base.finish();
        return Optional.of(base);
    }

    private void finish() {
        for (String leftover : LEFTOVERS) {
            // A link, in some places.
            delete(folder.resolve(leftover));
        }
        try {
            for (String place : PLACES) {
                Files.createDirectories(folder.resolve(place));
            }
            jre.copyTo(folder.resolve(JAVA_HOME.substring(1)));
            Files.createFile(mark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that it is whole, and of which Java. */
    private Path mark() {
        return folder.resolveSibling("base-" + jre.version());
    }

    private static void delete(Path path) {
        try {
            if (Files.isSymbolicLink(path)) {
                Files.delete(path);
            } else {
                Folders.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
