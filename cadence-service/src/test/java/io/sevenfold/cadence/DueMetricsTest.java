package io.sevenfold.cadence;

import static io.restassured.RestAssured.given;
import static io.sevenfold.cadence.Database.eventually;
import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.http.TestHTTPResource;
import io.sevenfold.cadence.due.DueNow;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.WorkerTransactions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators see what is due and not published. */
@CadenceServiceTest
class DueMetricsTest {

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private Workspace acme;

    @BeforeEach
    void onSunday() {
        Workspace.onMonday();
        CLOCK.set(Instant.parse("2026-11-22T12:00:00Z"));
        acme = Workspace.withCapacity(20);
    }

    @Test
    void countsWhatIsDueUntilItIsReleased() {
        // Given
        acme.contacts(3);
        sampled("0.0");

        // When
        WorkerTransactions somebodyBusy =
                Arc.container().instance(WorkerTransactions.class).get();
        somebodyBusy.run(connection -> {
            Subjects.lock(connection, acme.subject(acme.rep()));
            CLOCK.set(Instant.parse("2026-11-23T07:30:00Z"));

            // Then
            sampled("3.0");
        });
        DueNow.release();
        sampled("0.0");
    }

    private void sampled(String value) {
        eventually().until(() -> {
            DueNow.sample();
            return given().get(metrics).asString().contains("sevenfold_due_unpublished " + value);
        });
    }
}
