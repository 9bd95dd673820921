package io.sevenfold.image;

import io.sevenfold.chart.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Builds images with Debian's {@code buildah}: no engine, no registry, all of it in one folder. */
final class Images implements AutoCloseable {

    static final String REVISION = "0123456789abcdef";
    static final String VERSION = "1.2.3";

    private static final String BASE = "localhost/base";

    private final Path folder;

    /** @param folder where layers, images and mounts are; empty */
    Images(Path folder, Base base) {
        this.folder = folder;
        String container = buildah("from", "scratch");
        buildah("add", "--quiet", container, base.folder().toString(), "/");
        // As Temurin's own images have it.
        buildah(
                "config",
                "--env",
                "JAVA_HOME=" + Base.JAVA_HOME,
                "--env",
                "PATH=" + Base.JAVA_HOME + "/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                "--env",
                "LANG=C.UTF-8",
                container);
        buildah("commit", "--quiet", "--rm", container, BASE);
    }

    /** The image of a service, which is packaged; mounted until this is closed. */
    Image build(String service) {
        String name = "localhost/sevenfold/" + service + ":" + VERSION;
        buildah(
                "build",
                "--quiet",
                "--isolation=chroot",
                "--pull-never",
                "--file=" + Repository.path("deploy/images/Dockerfile"),
                "--build-arg=BASE=" + BASE,
                "--build-arg=SERVICE=" + service,
                "--build-arg=VERSION=" + VERSION,
                "--build-arg=REVISION=" + REVISION,
                "--tag=" + name,
                Repository.path(service + "-service/target/quarkus-app").toString());
        String container = buildah("from", "--pull-never", name);
        return Image.of(service, buildah("inspect", "--type=image", name), Path.of(buildah("mount", container)));
    }

    @Override
    public void close() {
        buildah("umount", "--all");
        buildah("rm", "--all");
    }

    private String buildah(String... words) {
        List<String> all = Stream.concat(
                        Stream.of(
                                "buildah", "--root=" + folder.resolve("storage"), "--runroot=" + folder.resolve("run")),
                        Stream.of(words))
                .toList();
        return new Command(all, Map.of("TMPDIR", folder.toString())).output();
    }
}
