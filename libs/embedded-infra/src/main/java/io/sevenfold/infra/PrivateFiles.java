package io.sevenfold.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are whole, and readable only by whom they are for, from the moment they are there. */
final class PrivateFiles {

    private PrivateFiles() {}

    /** @param permissions as {@code ls} shows them: {@code rw-------} */
    static void write(Path file, String text, String permissions) throws IOException {
        Path whole = Files.createTempFile(
                file.getParent(),
                file.getFileName().toString(),
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        Files.writeString(whole, text);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
