package io.sevenfold.interactions;

import static io.sevenfold.interactions.Workspace.inbound;
import static io.sevenfold.interactions.Workspace.repState;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.delivery.Subject;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.RepChanged;
import io.sevenfold.events.RepErased;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.Database;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What contacts-service tells of reps. */
@InteractionsServiceTest
class RepsTest {

    private final Workspace acme = Workspace.fresh();
    private final Subject rep = acme.subject(UUID.randomUUID());

    @Test
    void keepsTheNewestVersionInWhateverOrderTheyCome() {
        // When
        Topics.publish(Topic.REPS, rep, new RepChanged(repState(rep.id(), 2)));
        Topics.publish(Topic.REPS, rep, new RepAdded(repState(rep.id(), 1)));
        Topics.deliver(Topic.REPS, rep, new RepChanged(repState(rep.id(), 2)));

        // Then
        assertEquals(List.of("2 false"), known());
    }

    @Test
    void neverBringsAnErasedRepBack() {
        // Given
        Topics.deliver(Topic.REPS, rep, new RepErased(rep.id(), 2));

        // When
        Topics.deliver(Topic.REPS, rep, new RepChanged(repState(rep.id(), 3)));
        Topics.deliver(Topic.REPS, rep, new RepAdded(repState(rep.id(), 1)));

        // Then
        assertEquals(List.of("2 true"), known());
        acme.record(inbound(acme.contact(), "repId", rep.id()))
                .then()
                .statusCode(422)
                .header("Retry-After", nullValue())
                .body("type", equalTo("urn:sevenfold:problem:rep-erased"))
                .body("errors[0].field", equalTo("repId"));
    }

    @Test
    void erasesARepWhoseLaterVersionCameFirst() {
        // Given
        Topics.deliver(Topic.REPS, rep, new RepChanged(repState(rep.id(), 5)));

        // When
        Topics.deliver(Topic.REPS, rep, new RepErased(rep.id(), 4));

        // Then
        assertEquals(List.of("4 true"), known());
    }

    private List<String> known() {
        return Database.query(
                "select version || ' ' || erased from rep where workspace_id = ? and id = ?",
                rep.workspace(),
                rep.id());
    }
}
