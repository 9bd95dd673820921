package io.sevenfold.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Which services were started, noted so that the next run can end those whose stack was killed before it could stop them. */
record ProcessNotes(Path folder) {

    void remember(String name, Process process) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), Long.toString(process.pid()));
    }

    void killLeftovers() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> notes = Files.list(folder)) {
            for (Path note : notes.toList()) {
                ProcessHandle.of(Long.parseLong(Files.readString(note).strip()))
                        // The number may be another program's by now.
                        .filter(left -> left.info().commandLine().orElse("").contains("quarkus-run.jar"))
                        .ifPresent(left -> {
                            left.destroyForcibly();
                            left.onExit().join();
                        });
                Files.delete(note);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }
}
