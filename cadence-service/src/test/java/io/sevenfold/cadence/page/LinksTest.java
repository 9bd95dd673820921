package io.sevenfold.cadence.page;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Without keys no page could be opened: the service says so when it starts. */
class LinksTest {

    private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void namesTheSettingThatIsMissing() {
        Exception said = assertThrows(IllegalStateException.class, () -> new Links().verifier(Optional.empty(), clock));
        assertTrue(said.getMessage().contains("sevenfold.links.public-keys"));
    }

    @Test
    void namesTheFileThatIsNot() {
        Exception said = assertThrows(
                IllegalArgumentException.class,
                () -> new Links().verifier(Optional.of(Path.of("no-such-file.json")), clock));
        assertTrue(said.getMessage().contains("no-such-file.json"));
    }
}
