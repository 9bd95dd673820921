package io.sevenfold.cadence;

import static io.sevenfold.cadence.Database.eventually;
import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static io.sevenfold.cadence.Workspace.state;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.sevenfold.cadence.plan.PlanNow;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionRemoved;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Topic;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where we give up (principle 1), of histories told over the real topics. */
@CadenceServiceTest
class PersistenceInsightTest {

    private static final String NOVEMBER = "from=2026-11-01&to=2026-11-30";

    private final UUID colleague = UUID.randomUUID();
    private Workspace acme;
    private UUID persistent;
    private UUID optedOut;
    private UUID won;
    private UUID waiting;
    private Interaction reply;
    private Interaction win;

    /**
     * Enrolled on Monday, 23 November: one with touch 1 on its day, touch 2 two working days late and a message answered after two
     * and a half hours; one who opts out at once; one of a colleague, won with touch 2; one whose message waits, without a touch. On
     * 1 December one more.
     */
    @BeforeEach
    void history() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
        acme.added(Reps.inBerlin(colleague, 1, 20));
        persistent = acme.contact();
        optedOut = acme.contact();
        won = acme.contact(colleague);
        waiting = acme.contact();
        acme.awaitDue(persistent, optedOut, waiting);
        tell(persistent, Direction.OUTBOUND, Outcome.NONE);
        tell(won, Direction.OUTBOUND, Outcome.NO_ANSWER);
        tell(optedOut, Direction.INBOUND, Outcome.NEVER);
        at("2026-11-26T09:00:00Z");
        win = tell(won, Direction.OUTBOUND, Outcome.WON);
        at("2026-11-30T09:00:00Z");
        tell(persistent, Direction.OUTBOUND, Outcome.NO_ANSWER);
        at("2026-11-30T10:00:00Z");
        reply = tell(persistent, Direction.INBOUND, Outcome.NOT_NOW);
        tell(waiting, Direction.INBOUND, Outcome.REPLIED);
        at("2026-11-30T12:30:00Z");
        tell(persistent, Direction.OUTBOUND, Outcome.NONE);
        at("2026-12-01T09:00:00Z");
        acme.contact();
    }

    private Interaction tell(UUID contact, Direction direction, Outcome outcome) {
        return acme.happened(contact, direction, outcome, CLOCK.instant());
    }

    private Response ask(String role, String query) {
        return acme.as(role).get("/v1/insights/persistence?" + query);
    }

    private JsonPath report(String query) {
        return ask("manager", query).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void tellsHowFarEnrollmentsCameAndWhyTheyEndedThere() {
        JsonPath all = report(NOVEMBER);

        assertEquals(1, all.getList("groups").size());
        assertNull(all.getString("groups[0].key"));
        assertEquals(5, all.getInt("groups[0].started"), "the care that followed the win too");
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), all.getList("groups[0].touches.touch"));
        assertEquals(List.of(5, 2, 2, 0, 0, 0, 0, 0), all.getList("groups[0].touches.reached"));
        assertEquals(List.of(2, 0, 1, 0, 0, 0, 0, 0), all.getList("groups[0].touches.active"));
        assertEquals(Map.of("opted-out", 1), all.getMap("groups[0].touches[0].ended"));
        assertEquals(Map.of("won", 1), all.getMap("groups[0].touches[2].ended"));
        assertEquals(List.of(2, 0, 2, 0, 0, 0, 0, 0), all.getList("groups[0].touches.replied"));
    }

    @Test
    void tellsHowLateTouchesWereAndHowLongAnswersWereOwed() {
        JsonPath all = report(NOVEMBER);

        assertEquals(
                Map.of("onTime", 3, "twoDays", 1, "fiveDays", 0, "tenDays", 0, "longer", 0),
                all.getMap("groups[0].late"));
        assertEquals(
                Map.of("open", 1, "hour", 0, "fourHours", 1, "day", 0, "threeDays", 0, "longer", 0),
                all.getMap("groups[0].replies"));
    }

    @Test
    void tellsThemApart() {
        Map<String, Integer> byRep = started(NOVEMBER + "&by=rep");
        assertEquals(Map.of(acme.rep().toString(), 3, colleague.toString(), 2), byRep);
        assertEquals(Map.of("connect", 4, "care", 1), started(NOVEMBER + "&by=purpose"));
        assertEquals(Map.of("2026-11", 5, "2026-12", 1), started("from=2026-11-01&to=2026-12-31&by=month"));

        String connect = acme.plan(persistent).getString("cadence.id");
        assertEquals(4, started(NOVEMBER + "&by=cadence").get(connect));
        assertEquals(Map.of(connect, 4), started(NOVEMBER + "&by=cadence&cadenceId=" + connect));
        assertEquals(Map.of("care", 1), started(NOVEMBER + "&by=purpose&purpose=care&repId=" + colleague));
        assertEquals(Map.of(), started("from=2026-10-01&to=2026-11-22&by=rep"));
    }

    private Map<String, Integer> started(String query) {
        return report(query).getMap("groups.collectEntries { [it.key, it.started] }");
    }

    @Test
    void countsTheFirstAndTheLastDateOfThePeriod() {
        assertEquals(List.of(4), report("from=2026-11-23&to=2026-11-23").getList("groups.started"));
        assertEquals(List.of(), report("from=2026-11-24&to=2026-11-25").getList("groups"));
    }

    @Test
    void showsRepsTheirOwnOnly() {
        ask("rep", NOVEMBER)
                .then()
                .statusCode(200)
                .body("groups[0].started", equalTo(3))
                .body("repId", equalTo(acme.rep().toString()));
        ask("rep", NOVEMBER + "&repId=" + acme.rep()).then().statusCode(200);
        ask("rep", NOVEMBER + "&repId=" + colleague).then().statusCode(403);
        ask("app", NOVEMBER).then().statusCode(403);
        ask("admin", NOVEMBER).then().statusCode(200).body("groups[0].started", equalTo(5));
    }

    @Test
    void showsNothingOfOtherWorkspaces() {
        Workspace other = Workspace.withCapacity(20);

        other.as("admin").get("/v1/insights/persistence?" + NOVEMBER).then().body("groups", equalTo(List.of()));
        other.as("admin")
                .get("/v1/insights/persistence?" + NOVEMBER + "&repId=" + acme.rep())
                .then()
                .statusCode(404)
                .body("detail", containsString("rep"));
    }

    @Test
    void followsWhatIsCorrected_P1() {
        // When the message was not, and the win neither
        acme.deliver(reply, new InteractionRemoved(later(reply)));
        acme.deliver(win, new InteractionRemoved(later(win)));

        // Then
        JsonPath all = report(NOVEMBER);
        assertEquals(List.of(4, 2, 1, 0, 0, 0, 0, 0), all.getList("groups[0].touches.reached"));
        assertEquals(List.of(2, 0, 0, 0, 0, 0, 0, 0), all.getList("groups[0].touches.replied"));
        assertEquals(0, all.getInt("groups[0].replies.fourHours"));
    }

    private Interaction later(Interaction it) {
        return acme.interaction(it.id(), 2, it.contactId(), it.direction(), it.outcome(), it.occurredAt());
    }

    @Test
    void leavesWhatEndedWithWhoeverOwnedItThen() {
        // When
        acme.changed(state(won, 2, acme.rep()));
        acme.changed(state(persistent, 2, colleague));

        // Then connect stays with the colleague, care comes, and the other one goes
        assertEquals(Map.of(acme.rep().toString(), 3, colleague.toString(), 2), started(NOVEMBER + "&by=rep"));
        assertEquals(Map.of("connect", 2), started(NOVEMBER + "&by=purpose&repId=" + colleague));
    }

    @Test
    void countsNobodyWhoWasErased() {
        // When
        acme.deliver(Topic.CONTACTS, won, new ContactErased(won, 2));

        // Then
        assertEquals(Map.of("connect", 3), started(NOVEMBER + "&by=purpose"));
    }

    @Test
    void countsEnrollmentsFromBeforeItWasKeptWithoutTellingOfPlans() {
        // Given
        List<String> before = rows();
        Database.change("delete from persistence where workspace_id = ?", acme.name());
        int told = acme.told(persistent).size();

        // When
        Database.change(
                "insert into replan_request select distinct workspace_id, contact_id from enrollment where workspace_id = ?"
                        + " on conflict do nothing",
                acme.name());
        PlanNow.anew();

        // Then
        eventually().until(this::rows, before::equals);
        assertEquals(told, acme.told(persistent).size());
    }

    private List<String> rows() {
        return Database.query("select p::text from persistence p where workspace_id = ? order by 1", acme.name());
    }

    @ParameterizedTest
    @CsvSource({
        "to=2026-11-30, from",
        "from=2026-11-01, to",
        "from=2026-11-30&to=2026-11-29, to",
        "from=2026-11-01&to=2028-11-01, to",
        "from=2026-11-01&to=%2B999999999-12-31, to",
        "from=%2B999999999-01-01&to=%2B999999999-12-31, from",
        "from=-999999999-01-01&to=-999999999-01-02, from",
        "from=yesterday&to=2026-11-30, from",
        "from=2026-11-01&to=2026-11-31, to",
        "from=2026-11-01&to=2026-11-30&by=colour, by",
        "from=2026-11-01&to=2026-11-30&by=Rep, by",
        "from=2026-11-01&to=2026-11-30&purpose=money, purpose",
        "from=2026-11-01&to=2026-11-30&repId=Ada, repId",
        "from=2026-11-01&to=2026-11-30&cadenceId=7, cadenceId"
    })
    void refusesWhatCannotBeRight(String query, String field) {
        acme.as("manager")
                .urlEncodingEnabled(false)
                .get("/v1/insights/persistence?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({"repId, rep", "cadenceId, cadence"})
    void knowsNothingOfStrangers(String parameter, String what) {
        ask("manager", NOVEMBER + "&" + parameter + "=" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("detail", containsString(what));
    }
}
