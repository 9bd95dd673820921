package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;

import io.restassured.response.Response;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rep's day on one page, behind the link in the digest. */
@CadenceServiceTest
class MyDayTest {

    private Workspace acme;

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(4);
    }

    @Test
    void pictures() throws Exception {
        List<UUID> first = acme.contacts(3);
        acme.awaitDue(first.toArray(UUID[]::new));
        Workspace.at("2026-11-24T09:00:00Z");
        acme.contacts(5);
        acme.happened(
                first.get(0),
                Direction.INBOUND,
                Outcome.REPLIED,
                CLOCK.instant().minusSeconds(600));
        CLOCK.set(CLOCK.instant().plus(Duration.ofHours(5)));
        Workspace.at("2026-11-24T14:05:00Z");
        String day = Mailed.day(acme, acme.rep());
        Response got = Mailed.get(day);
        Files.writeString(Path.of("/tmp/t/myday.html"), got.asString());
        Files.writeString(
                Path.of("/tmp/t/mydaycal.html"),
                Mailed.post(day + "/calendar", java.util.Map.of()).asString());
        Workspace empty = Workspace.withCapacity(4);
        Files.writeString(
                Path.of("/tmp/t/mydayempty.html"),
                Mailed.get(Mailed.day(empty, empty.rep())).asString());
        got.then().statusCode(200);
    }
}
