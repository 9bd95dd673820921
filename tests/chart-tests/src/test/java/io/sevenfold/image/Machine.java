package io.sevenfold.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether this machine can build and run images.
 *
 * <p>A test class asks by {@code @EnabledIf("io.sevenfold.image.Machine#runsImages")}.
 */
final class Machine {

    private static final List<String> PROGRAMS = List.of("buildah", "debootstrap", "runc");

    private static final boolean RUNS_IMAGES = look();

    private Machine() {}

    /** Says once in the build's output if not. */
    static boolean runsImages() {
        return RUNS_IMAGES;
    }

    private static boolean look() {
        List<String> missing = PROGRAMS.stream()
                .filter(program -> Command.find(program).isEmpty())
                .toList();
        boolean root = Command.of("id", "-u").output().equals("0");
        boolean groups = Files.isWritable(Path.of("/sys/fs/cgroup/memory"))
                || Files.isWritable(Path.of("/sys/fs/cgroup/cgroup.procs"));
        if (missing.isEmpty() && root && groups) {
            return true;
        }
        System.out.printf(
                "NO IMAGES BUILT: their tests are skipped. They run as root, where control groups may be made and buildah, "
                        + "debootstrap and runc are on the PATH. Here: %s, %s, missing %s%n",
                root ? "root" : "not root", groups ? "control groups" : "no control groups", missing);
        return false;
    }
}
