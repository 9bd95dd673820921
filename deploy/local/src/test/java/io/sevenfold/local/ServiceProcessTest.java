package io.sevenfold.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.infra.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    @TempDir
    Path folder;

    private final List<ServiceProcess> died = new CopyOnWriteArrayList<>();
    private StateFolder state;
    private ServiceProcess service;

    @BeforeEach
    void setUp() throws IOException {
        state = new StateFolder(folder);
        service = process(Map.of());
    }

    @AfterEach
    void tearDown() {
        service.kill();
    }

    @Test
    void comesBackAfterItWasKilledAndAfterItWasStopped() {
        // Given
        service.start();
        service.awaitReady();
        long first = service.pid();

        // When
        service.kill();
        assertFalse(service.isReady());
        service.start();
        service.awaitReady();
        service.stop();
        assertFalse(service.isAlive());
        service.start();
        service.awaitReady();

        // Then
        assertNotEquals(first, service.pid());
        assertTrue(ProcessHandle.of(first).isEmpty());
        assertEquals(List.of(), died);
    }

    @Test
    void isReportedWhenItDiesByItself() {
        // Given
        service.start();
        service.awaitReady();

        // When
        ProcessHandle.of(service.pid()).orElseThrow().destroyForcibly();

        // Then
        await().untilAsserted(() -> assertEquals(List.of(service), died));
    }

    @Test
    void tellsTheEndOfItsLogWhenItDiesBeforeItIsReady() throws IOException {
        // Given
        ServiceProcess dying = process(Map.of("DIES", "yes"));
        dying.start();

        // When
        var failure = assertThrows(ServiceFailure.class, dying::awaitReady);

        // Then
        String message = failure.getMessage();
        assertTrue(message.startsWith("contacts ended before it was ready"), message);
        assertTrue(message.endsWith("  line 100"), message);
        assertTrue(message.contains("line 71") && !message.contains("line 70"), message);
    }

    @Test
    void isEndedByTheNextRunWhereItsStackWasKilled() {
        // Given
        service.start();
        service.awaitReady();

        // When
        state.stopLeftovers();

        // Then
        assertFalse(service.isAlive());
    }

    private ServiceProcess process(Map<String, String> more) throws IOException {
        int management = FreePort.find();
        Map<String, String> environment = new HashMap<>(more);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        return new ServiceProcess("contacts", FakeService.jar(folder), 0, management, environment, state, died::add);
    }
}
