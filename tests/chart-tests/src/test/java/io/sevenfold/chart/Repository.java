package io.sevenfold.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository. */
public final class Repository {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    private Repository() {}

    public static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    static String text(String relative) {
        return text(path(relative));
    }

    /** What the files below a folder say, whose names end in one of these ways. */
    static List<String> texts(String folder, String... endings) {
        try (Stream<Path> files = Files.walk(path(folder))) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .map(Repository::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
