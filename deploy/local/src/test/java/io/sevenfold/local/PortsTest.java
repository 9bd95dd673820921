package io.sevenfold.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void areTheUsualOnesUnlessAVariableSaysOtherwise() {
        // When
        Ports ports = Ports.of(Map.of("CADENCE_PORT", "8093", "KAFKA_PORT", ""));

        // Then
        assertEquals(8081, ports.number(Port.CONTACTS));
        assertEquals(8093, ports.number(Port.CADENCE));
        assertEquals(9083, ports.number(Port.CADENCE_MANAGEMENT));
        assertEquals(19092, ports.number(Port.KAFKA));
    }

    @Test
    void takeAFreeOneForZero() {
        assertTrue(Ports.of(Map.of("SMTP_PORT", "0")).number(Port.SMTP) > 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "65536", "80 81"})
    void refuseWhatIsNoPort(String value) {
        // When
        var refused = assertThrows(UsageException.class, () -> Ports.of(Map.of("SMTP_PORT", value)));

        // Then
        assertEquals("SMTP_PORT=" + value + " is not a port (0 to 65535)", refused.getMessage());
    }

    @Test
    void refuseOnePortForTwo() {
        // When
        var refused = assertThrows(UsageException.class, () -> Ports.of(Map.of("NOTIFIER_PORT", "8081")));

        // Then
        assertEquals("CONTACTS_PORT and NOTIFIER_PORT are both port 8081", refused.getMessage());
    }

    @Test
    void nameTheTakenPortAndItsVariable() throws IOException {
        // Given
        Ports ports = Ports.free();
        List<Port> needed = List.of(Port.CONTACTS, Port.POSTGRES);
        assertDoesNotThrow(() -> ports.requireFree(needed));
        int number = ports.number(Port.POSTGRES);

        try (ServerSocket taken = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
            // When
            var refused = assertThrows(UsageException.class, () -> ports.requireFree(needed));

            // Then
            assertEquals(
                    "Port %d is taken; set POSTGRES_PORT to use another one for postgres"
                            .formatted(taken.getLocalPort()),
                    refused.getMessage());
        }
        try (ServerSocket everywhere = new ServerSocket(number)) {
            assertEquals(number, everywhere.getLocalPort());
            assertThrows(UsageException.class, () -> ports.requireFree(needed));
        }
    }
}
