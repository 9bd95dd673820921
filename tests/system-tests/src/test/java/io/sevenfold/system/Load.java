package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import io.sevenfold.local.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What an application and a rep do all the time: people are met, of whom the rep is reminded at once, read and changed; interactions
 * are recorded, touchpoints moved, mails looked at.
 */
final class Load implements AutoCloseable {

    static final String FRIEND = "An old friend";

    private static final Duration PACE = Duration.ofMillis(150);
    private static final List<String> DATES = List.of("2027-03-16", "2027-03-17");

    private interface Turn {
        void run() throws Exception;
    }

    /** The names of those who were taken. */
    final List<String> met = new CopyOnWriteArrayList<>();

    final List<String> failures = new CopyOnWriteArrayList<>();
    final AtomicInteger turns = new AtomicInteger();

    private final UUID rep = UUID.randomUUID();
    private final UUID friend = UUID.randomUUID();
    private final ScheduledExecutorService callers = Executors.newScheduledThreadPool(4);
    private final Api api;

    /** Before the rep's day begins. */
    Load(Cluster cluster) throws IOException, InterruptedException {
        String workspace = "w-" + UUID.randomUUID();
        api = Api.ofRep(cluster, workspace, rep);
        Api.ofApp(cluster, workspace).post(Service.CONTACTS, "/v1/reps", """
                {"id": "%s", "name": "Grace Hopper", "email": "grace@%s.example", "timeZone": "Europe/Berlin",
                 "dailyCapacity": 1000}""", rep, workspace);
        meet(friend, FRIEND);
        eventually().ignoreExceptions().until(() -> prefer(true) != null);
        eventually()
                .ignoreExceptions()
                .until(() -> plan().at("/touchpoints/1/id").isTextual());
    }

    /** Once the friend's first touchpoint is due. */
    void start() throws IOException, InterruptedException {
        String next = plan().at("/touchpoints/1/id").asText();
        again(this::meetAndChange);
        again(this::hear);
        again(() -> move(next));
        again(() -> prefer(turns.get() % 2 == 0));
    }

    /** Of the mails, those of which nobody knows whether they arrived (N7). */
    JsonNode unknown() throws IOException, InterruptedException {
        return api.get(Service.NOTIFIER, "/v1/reminders?state=unknown").get("items");
    }

    /** Ends once the calls under way are answered. */
    @Override
    public void close() throws InterruptedException {
        callers.shutdown();
        callers.awaitTermination(1, TimeUnit.MINUTES);
    }

    private void meetAndChange() throws IOException, InterruptedException {
        UUID id = UUID.randomUUID();
        String name = "Contact " + id;
        meet(id, name);
        met.add(name);
        api.get(Service.CONTACTS, "/v1/contacts/" + id);
        api.patch(Service.CONTACTS, "/v1/contacts/" + id, "{\"version\": 1, \"title\": \"Engineer\"}");
    }

    private void meet(UUID id, String name) throws IOException, InterruptedException {
        api.post(
                Service.CONTACTS,
                "/v1/contacts",
                "{\"id\": \"%s\", \"name\": \"%s\", \"ownerId\": \"%s\"}",
                id,
                name,
                rep);
    }

    /** What changes no plan: an automatic answer. */
    private void hear() throws IOException, InterruptedException {
        api.post(Service.INTERACTIONS, "/v1/interactions", """
                {"contactId": "%s", "repId": "%s", "direction": "inbound", "channel": "email", "outcome": "auto-reply"}""", friend, rep);
        api.get(Service.INTERACTIONS, "/v1/interactions?limit=5&contact=" + friend);
    }

    private void move(String touchpoint) throws IOException, InterruptedException {
        String to = DATES.get(turns.get() % DATES.size());
        api.post(Service.CADENCE, "/v1/touchpoints/" + touchpoint + "/reschedule", "{\"date\": \"%s\"}", to);
        plan();
        api.get(Service.CADENCE, "/v1/queues/" + rep + "/load");
    }

    private JsonNode plan() throws IOException, InterruptedException {
        return api.get(Service.CADENCE, "/v1/plans/" + friend);
    }

    /** A mail for each touchpoint, and of a team, which this rep has not, or none. */
    private JsonNode prefer(boolean team) throws IOException, InterruptedException {
        api.get(Service.NOTIFIER, "/v1/reminders?limit=5");
        return api.put(Service.NOTIFIER, "/v1/preferences/" + rep, "{\"mails\": \"each\", \"teamDigest\": %s}", team);
    }

    private void again(Turn turn) {
        callers.scheduleWithFixedDelay(() -> take(turn), 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void take(Turn turn) {
        turns.incrementAndGet();
        try {
            turn.run();
        } catch (Exception e) {
            failures.add(e.getMessage());
        }
    }
}
