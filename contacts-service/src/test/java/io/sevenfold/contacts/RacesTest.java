package io.sevenfold.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@ContactsServiceTest
class RacesTest {

    private final Workspace acme = Workspace.fresh();

    @RepeatedTest(5)
    void makesOneContactOfTwoPutsAtOnce() throws Exception {
        // When
        List<Response> answers = atOnce(
                () -> acme.as("app").body(Map.of("name", "Ada")).put("/v1/contacts/by-external-id/crm-1"),
                () -> acme.as("app").body(Map.of("name", "Ada")).put("/v1/contacts/by-external-id/crm-1"));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 201);
        assertThat(answers)
                .extracting(answer -> answer.path("id").toString())
                .containsOnly(contacts().get(0));
        assertThat(contacts()).hasSize(1);
        assertThat(answers).extracting(answer -> (int) answer.path("version")).containsOnly(1);
    }

    @RepeatedTest(5)
    void givesAnEmailToOneOfTwo() throws Exception {
        // When
        List<Response> answers = atOnce(
                () -> acme.as("app")
                        .body(Map.of("name", "Ada", "email", "a@example.com"))
                        .post("/v1/contacts"),
                () -> acme.as("app")
                        .body(Map.of("name", "Ben", "email", "A@EXAMPLE.com"))
                        .post("/v1/contacts"));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
        Response refused =
                answers.stream().filter(a -> a.statusCode() == 409).findFirst().orElseThrow();
        assertThat(refused.<String>path("contactId")).isEqualTo(contacts().get(0));
        assertThat(contacts()).hasSize(1);
    }

    @RepeatedTest(3)
    void addsOnceWhenTheSameRequestComesTwiceAtOnce() throws Exception {
        // Given
        Map<String, ?> request = Map.of("id", UUID.randomUUID(), "name", "Ada", "email", "a@example.com");

        // When
        List<Response> answers = atOnce(
                () -> acme.as("app").body(request).post("/v1/contacts"),
                () -> acme.as("app").body(request).post("/v1/contacts"));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 201);
    }

    @Test
    void letsOneOfTwoChangesOfTheSameVersionThrough() throws Exception {
        // Given
        UUID id = acme.addContact(Map.of("name", "Ada"));

        // When
        List<Response> answers = atOnce(
                () -> acme.patchContact(id, Map.of("version", 1, "title", "Owner")),
                () -> acme.patchContact(id, Map.of("version", 1, "title", "Buyer")));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
    }

    @RepeatedTest(3)
    void leavesNoContactWithARepWhoIsErasedMeanwhile() throws Exception {
        // Given
        UUID rep = acme.addRep("mara");

        // When
        List<Response> answers = atOnce(
                () -> acme.as("app").delete("/v1/reps/" + rep),
                () -> acme.as("app").body(Map.of("name", "Ada", "ownerId", rep)).post("/v1/contacts"),
                () -> acme.as("app").body(Map.of("name", "Ben", "ownerId", rep)).post("/v1/contacts"));

        // Then
        assertThat(answers)
                .extracting(Response::statusCode)
                .allMatch(status -> List.of(201, 204, 422).contains(status));
        acme.as("app")
                .get("/v1/contacts")
                .then()
                .extract()
                .<List<Object>>path("items.ownerId")
                .forEach(owner -> assertThat(owner).isNull());
    }

    @Test
    void publishesOneContactsEventsInTheOrderOfItsVersions() throws Exception {
        // Given
        UUID id = acme.addContact(Map.of("name", "Ada"));

        // When
        atOnce(IntStream.range(0, 4)
                .<Callable<Response>>mapToObj(i -> () -> {
                    for (int n = 0; n < 10; n++) {
                        int version = acme.contact(id).path("version");
                        acme.patchContact(id, Map.of("version", version, "title", i + "-" + n));
                    }
                    return null;
                })
                .toArray(Callable[]::new));

        // Then
        int last = acme.contact(id).path("version");
        await().untilAsserted(() -> assertThat(acme.published("contacts", id))
                .extracting(event ->
                        io.restassured.path.json.JsonPath.from(event.data()).getInt("contact.version"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, last).boxed().toList()));
    }

    @RepeatedTest(3)
    void makesOneOfTwoThatAreMergedIntoEachOtherAtOnce() throws Exception {
        // Given
        UUID ada = acme.addContact(Map.of("name", "Ada"));
        UUID card = acme.addContact(Map.of("name", "A."));

        // When
        List<Response> answers = atOnce(() -> acme.merge(card, ada), () -> acme.merge(ada, card));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.path("id").toString())
                .containsOnly(contacts().get(0));
        assertThat(contacts()).hasSize(1);
    }

    /** Who waits for a contact that another merge is ending needs one lock more than it asked for. */
    @RepeatedTest(5)
    void makesOneOfThreeThatAreMergedInACircleAtOnce() throws Exception {
        // Given
        UUID ada = acme.addContact(Map.of("name", "Ada"));
        UUID card = acme.addContact(Map.of("name", "A."));
        UUID lead = acme.addContact(Map.of("name", "Ada L."));

        // When
        List<Response> answers = atOnce(
                () -> acme.merge(card, ada),
                () -> acme.merge(ada, lead),
                () -> acme.merge(lead, card),
                () -> acme.merge(ada, card),
                () -> acme.merge(lead, ada),
                () -> acme.merge(card, lead));

        // Then
        assertThat(answers)
                .extracting(Response::statusCode)
                .allMatch(status -> List.of(200, 409).contains(status));
        assertThat(contacts()).hasSize(1);
    }

    @RepeatedTest(3)
    void leavesNoOwnerWhoIsErasedWhileTheirContactIsMerged() throws Exception {
        // Given
        UUID mara = acme.addRep("mara");
        UUID card = acme.addContact(Map.of("name", "A.", "ownerId", mara));
        UUID ada = acme.addContact(Map.of("name", "Ada"));

        // When
        List<Response> answers =
                atOnce(() -> acme.merge(card, ada), () -> acme.as("app").delete("/v1/reps/" + mara));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactly(200, 204);
        assertThat(acme.contact(ada).<String>path("ownerId")).isNull();
    }

    private List<String> contacts() {
        return acme.as("app").get("/v1/contacts").path("items.id");
    }

    @SafeVarargs
    private static List<Response> atOnce(Callable<Response>... requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(requests.length);
        try {
            CyclicBarrier start = new CyclicBarrier(requests.length);
            List<Future<Response>> answers = java.util.Arrays.stream(requests)
                    .map(request -> threads.submit(() -> {
                        start.await();
                        return request.call();
                    }))
                    .toList();
            List<Response> got = new java.util.ArrayList<>();
            for (Future<Response> answer : answers) {
                got.add(answer.get());
            }
            return got;
        } finally {
            threads.shutdown();
        }
    }
}
