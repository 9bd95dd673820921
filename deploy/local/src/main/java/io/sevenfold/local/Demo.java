package io.sevenfold.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sevenfold.infra.Mail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** {@code deploy/local/up --demo}: the product's story, told on the running stack by calling it. Each run has its own workspace. */
final class Demo {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final LocalStack stack;
    private final Path data;
    private final String workspace;
    private final DemoApi api;
    private final Map<String, String> reps = new LinkedHashMap<>();
    private final Map<String, String> mailboxes = new LinkedHashMap<>();
    private final Map<String, String> contacts = new LinkedHashMap<>();

    /** @param data the folder with {@code reps.json} and {@code contacts.json} */
    Demo(LocalStack stack, Path data) {
        this.stack = stack;
        this.data = data;
        this.workspace = "demo-" + Long.toString(stack.clock().now().getEpochSecond(), Character.MAX_RADIX);
        this.api = new DemoApi(stack, stack.tokens(), workspace);
    }

    void tell() {
        LocalDate monday =
                LocalDate.ofInstant(stack.clock().now(), BERLIN).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        moveTo(monday, LocalTime.of(7, 0));
        addPeople();
        String ada = contacts.get("Ada Lovelace");
        DemoPlan first = showPlan(ada);
        DemoDigest digest = beRemindedOf(monday, "Ada Lovelace");
        DemoPlan afterNo = sayNo(ada, first, digest);
        reply(ada, afterNo);
        sayWhatToTry(ada);
    }

    private void addPeople() {
        for (JsonNode rep : read("reps.json")) {
            ObjectNode body = rep.deepCopy();
            String key = body.remove("key").asText();
            body.put("email", body.get("email").asText().replace("@demo", "@" + workspace));
            reps.put(key, api.post(Service.CONTACTS, "/v1/reps", body).get("id").asText());
            mailboxes.put(key, body.get("email").asText());
        }
        for (JsonNode contact : read("contacts.json")) {
            ObjectNode body = contact.deepCopy();
            body.put("ownerId", reps.get(body.remove("owner").asText()));
            String id =
                    api.post(Service.CONTACTS, "/v1/contacts", body).get("id").asText();
            contacts.put(body.get("name").asText(), id);
        }
        say(
                "Mara (Berlin) and Sam (New York) come home from a fair with %d business cards; POST /v1/contacts adds them."
                        .formatted(contacts.size()));
    }

    private DemoPlan showPlan(String contact) {
        await(
                "the plan of Ada Lovelace",
                () -> api.isThere(Service.CADENCE, "/v1/plans/" + contact)
                        && plan(contact).json().path("touchpoints").size() == 7);
        DemoPlan plan = plan(contact);
        say("A card is no connection yet. GET /v1/plans/{contactId} says how Ada Lovelace becomes one:");
        print(plan.toString());
        return plan;
    }

    private DemoDigest beRemindedOf(LocalDate day, String name) {
        moveTo(day, LocalTime.of(8, 31));
        await("the digest", () -> digests("mara").anyMatch(it -> it.tellsOf(name)));
        DemoDigest digest =
                digests("mara").filter(it -> it.tellsOf(name)).findFirst().orElseThrow();
        say("Mara's day begins, and one mail says what is in it (%s). Of Ada it says:".formatted(digest.file()));
        print("  Subject: " + digest.subject());
        digest.about(name).map(line -> "  | " + line).forEach(Demo::print);
        return digest;
    }

    private DemoPlan sayNo(String contact, DemoPlan before, DemoDigest digest) {
        api.press(
                digest.page("Ada Lovelace") + "/done",
                Map.of("round", "1", "outcome", "not-now", "channel", "call", "note", "Busy until the audit is over"));
        await(
                "the plan after the no",
                () -> plan(contact).step(1).get("state").asText().equals("done"));
        DemoPlan after = plan(contact);
        say(
                "Mara calls, and Ada says \"not now\". She opens the mail's link, ticks that and presses the button. Most people stop here; the plan rests ten working days, and gets up:");
        print(after.toString());
        say("Touch 2 was planned for %s and is now on %s."
                .formatted(
                        before.step(2).get("dueOn").asText(),
                        after.step(2).get("dueOn").asText()));
        return after;
    }

    private void reply(String contact, DemoPlan before) {
        LocalDate due = LocalDate.parse(before.step(2).get("dueOn").asText());
        moveTo(due.minusDays(4), LocalTime.of(10, 0));
        ObjectNode reply = interaction(contact, "inbound", "email", "replied");
        reply.put("note", "The audit is over sooner than I thought. Can you show me the engine?");
        api.post(Service.INTERACTIONS, "/v1/interactions", reply);
        await("the reply owed", () -> plan(contact).isWaiting());
        say(
                "Four days earlier than that, Ada writes herself. A reply is owed, the plan waits, and her word lifts the rest:");
        print(plan(contact).toString());
        JsonNode top = api.get(Service.CADENCE, "/v1/queues/" + reps.get("mara"))
                .path("touchpoints")
                .path(0);
        say("GET /v1/queues/{repId} has it on top of Mara's day: %s, %s, answer by %s."
                .formatted(
                        top.path("contactName").asText(),
                        top.path("kind").asText(),
                        Instant.parse(top.path("answerBy").asText())
                                .atZone(BERLIN)
                                .toLocalTime()
                                .truncatedTo(ChronoUnit.MINUTES)));
        api.post(Service.INTERACTIONS, "/v1/interactions", interaction(contact, "outbound", "email", "none"));
        await("the answer", () -> !plan(contact).isWaiting());
        say("Mara answers; the plan counts on from there:");
        print(plan(contact).toString());
    }

    private void sayWhatToTry(String ada) {
        say("Now you. Mara's day in a browser, by the link in her mail:");
        print("  "
                + digests("mara")
                        .map(DemoDigest::myDay)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow());
        say("And in a second terminal; the workspace is %s:".formatted(workspace));
        print("""
                  TOKEN=$(deploy/local/token %s manager)
                  curl -s -H "Authorization: Bearer $TOKEN" %s/v1/plans/%s
                  curl -s -H "Authorization: Bearer $TOKEN" %s/v1/queues/%s
                  curl -s -H "Authorization: Bearer $TOKEN" "%s/v1/reminders?limit=5"
                  deploy/local/clock +1d   # and look into .local/mail""".formatted(
                workspace, url(Service.CADENCE), ada, url(Service.CADENCE), reps.get("mara"), url(Service.NOTIFIER)));
    }

    private ObjectNode interaction(String contact, String direction, String channel, String outcome) {
        return DemoApi.JSON
                .createObjectNode()
                .put("contactId", contact)
                .put("repId", reps.get("mara"))
                .put("direction", direction)
                .put("channel", channel)
                .put("outcome", outcome);
    }

    private DemoPlan plan(String contact) {
        return new DemoPlan(api.get(Service.CADENCE, "/v1/plans/" + contact));
    }

    /** The newest first. */
    private Stream<DemoDigest> digests(String rep) {
        List<Mail> mails = new ArrayList<>(stack.mail().mails());
        Collections.reverse(mails);
        return mails.stream()
                .filter(mail -> mail.recipients().contains(mailboxes.get(rep)))
                .map(DemoDigest::new);
    }

    private void moveTo(LocalDate date, LocalTime berlin) {
        stack.clock().set(date.atTime(berlin).atZone(BERLIN).toInstant());
        say("[clock] It is %s, %s in Berlin.".formatted(DATE.format(date), berlin));
    }

    private JsonNode read(String file) {
        try {
            return DemoApi.JSON.readTree(data.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the demo's data", e);
        }
    }

    private String url(Service service) {
        return stack.service(service).url();
    }

    private static void await(String what, BooleanSupplier there) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The demo waited in vain for " + what + "; see .local/logs");
            }
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS))
                    .join();
        }
    }

    private static void say(String line) {
        print("");
        print(line);
    }

    private static void print(String lines) {
        System.out.println(lines);
    }
}
