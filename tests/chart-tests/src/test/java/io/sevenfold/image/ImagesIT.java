package io.sevenfold.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each service's image: built, looked into, and run by a runtime of Kubernetes' under all that the chart asks for. */
@EnabledIf("io.sevenfold.image.Machine#runsImages")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImagesIT {

    private static final List<String> SERVICES = Installation.SERVICES;

    /** Quarkus takes out of it what it has an own one of. */
    private static final String REWRITTEN = "io.opentelemetry.opentelemetry-exporter-otlp-";

    private static Base base;
    private static Installation installation;

    @BeforeAll
    static void buildAndStart() {
        Optional<Base> made = Base.made();
        Assumptions.assumeTrue(made.isPresent(), "no base");
        base = made.get();
        installation = Installation.start(base);
    }

    @AfterAll
    static void remove() {
        if (installation != null) {
            installation.close();
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void saysWhatItIs(String service) {
        Image image = installation.image(service);
        assertThat(image.label("org.opencontainers.image.title")).isEqualTo("sevenfold-" + service);
        assertThat(image.label("org.opencontainers.image.version")).isEqualTo(Images.VERSION);
        assertThat(image.label("org.opencontainers.image.revision")).isEqualTo(Images.REVISION);
        assertThat(image.label("org.opencontainers.image.licenses")).isEqualTo("Apache-2.0");
        assertThat(image.entrypoint()).startsWith("java").endsWith("-jar", "quarkus-run.jar");
        assertThat(image.user()).containsExactly(10001, 10001);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void addsToItsBaseNothingThatTheServiceDoesNotNeed(String service) throws IOException {
        // Given
        Image image = installation.image(service);

        // Then
        assertThat(names(image.root())).isEqualTo(with(names(base.folder()), "app"));
        assertThat(names(image.app()))
                .containsExactlyInAnyOrder("app", "lib", "quarkus", "quarkus-run.jar", "sbom.json");
        assertThat(files(image.app())).allMatch(file -> file.toString().matches(".*\\.(jar|dat|json)"));
        assertThat(names(image.app().resolve("lib/main")))
                .noneMatch(jar -> jar.matches(".*(junit|embedded-infra|-deployment-).*"));
        for (Path jar : files(image.app())) {
            if (jar.getFileName().toString().matches(".*sevenfold.*[.]jar|.*-service-.*[.]jar")) {
                try (JarFile contents = new JarFile(jar.toFile())) {
                    assertThat(contents.stream())
                            .noneMatch(entry -> entry.getName().matches(".*[.](java|sh)"));
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void belongsToRootAndIsOnlyReadByItsUser(String service) throws IOException {
        try (Stream<Path> all = Files.walk(installation.image(service).app())) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(path);
                assertThat(Files.getAttribute(path, "unix:uid")).as("%s", path).isEqualTo(0);
                assertThat(Files.getAttribute(path, "unix:gid")).as("%s", path).isEqualTo(0);
                assertThat(allowed)
                        .as("%s", path)
                        .containsAll(
                                PosixFilePermissions.fromString(Files.isDirectory(path) ? "------r-x" : "------r--"))
                        .doesNotContain(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void listsEachLibraryThatIsInIt(String service) throws IOException {
        // Given
        Image image = installation.image(service);
        Map<String, String> there = new TreeMap<>();
        for (Path jar : files(image.app().resolve("lib"))) {
            there.put(jar.getFileName().toString(), sha256(jar));
        }

        // When
        Sbom sbom = Sbom.of(image);

        // Then
        assertThat(sbom.mistakes()).isEmpty();
        assertThat(sbom.jars().keySet()).isEqualTo(there.keySet());
        assertThat(sbom.jars().entrySet())
                .filteredOn(jar -> !there.containsValue(jar.getValue()))
                .extracting(Map.Entry::getKey)
                .allMatch(jar -> jar.startsWith(REWRITTEN));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void runsAsNobodyWithoutAnyPrivilege(String service) {
        Container container = installation.pod(service).container();
        assertThat(container.status("Uid")).isEqualTo("10001\t10001\t10001\t10001");
        assertThat(container.status("Gid")).isEqualTo("10001\t10001\t10001\t10001");
        assertThat(container.status("NoNewPrivs")).isEqualTo("1");
        assertThat(List.of(container.status("CapEff"), container.status("CapPrm"), container.status("CapBnd")))
                .containsOnly("0".repeat(16));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void answersTheChartsProbes(String service) {
        assertThat(Pod.PROBES)
                .allSatisfy(probe -> assertThat(installation.pod(service).answer(probe))
                        .as(probe)
                        .isEqualTo(200));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void writesNowhereButToTheFolderForThat(String service) {
        Container container = installation.pod(service).container();
        assertThat(container.execute("touch", "/tmp/note").code()).isZero();
        for (String place :
                List.of("/", "/app", "/app/lib", "/etc", "/var/tmp", "/opt", "/dev/shm", "/sys/fs/cgroup")) {
            assertThat(container.execute("touch", place + "/note"))
                    .as(place)
                    .matches(outcome -> outcome.code() != 0)
                    .matches(outcome ->
                            outcome.said().matches("(?s).*(Read-only file system|Permission denied|No such file).*"));
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void leavesRoomBelowItsLimit(String service) {
        long resident = installation.pod(service).container().residentMemory();
        System.out.printf("%s-service from its image, idle: %d MiB resident of 512%n", service, resident);
        assertThat(resident).isLessThan(400);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    @Order(Integer.MAX_VALUE)
    void endsInOrderWhenItIsTold(String service) {
        // Given
        Pod pod = installation.pod(service);

        // When
        pod.container().terminate();

        // Then
        assertThat(pod.container().awaitEnd(pod.grace())).isIn(0, 143);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> with(List<String> names, String name) {
        return Stream.concat(names.stream(), Stream.of(name)).sorted().toList();
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
