package io.sevenfold.delivery;

import static io.restassured.RestAssured.given;
import static io.sevenfold.delivery.ForeignProducer.bytes;
import static io.sevenfold.delivery.Notes.eventually;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sevenfold.infra.ServiceTestResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What could not be handled waits in the dead letters until an operator, who mended the cause, has it handled. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "notes"))
@WithTestResource(NotesResource.class)
class DeadLetterOperationsTest {

    private static final String DEAD = Note.TOPIC + DeadLetters.TOPIC_SUFFIX;

    @TestHTTPResource(management = true)
    URI management;

    @Inject
    Notes notes;

    @Inject
    WorkerTransactions transactions;

    private final Subject subject = Notes.subject();

    /** What is to be mended: the table takes no text that begins so. */
    @BeforeEach
    void breakIt() {
        Notes.change("alter table note add constraint broken check (text not like 'broken%%') not valid");
    }

    @AfterEach
    void mend() {
        Notes.change("alter table note drop constraint if exists broken");
    }

    @Test
    void areListedWithoutWhatTheySay() {
        // Given
        ConsumerRecord<byte[], byte[]> letter = putAside(1, "broken: jane@example.com");
        ConsumerRecord<byte[], byte[]> original =
                TopicReader.about(subject, Note.TOPIC).get(0);

        // When
        Map<String, Object> listed = listed(letter);

        // Then
        assertEquals(DEAD, listed.get("topic"));
        assertEquals(
                Map.of("topic", Note.TOPIC, "partition", original.partition(), "offset", (int) original.offset()),
                listed.get("from"));
        assertEquals("Note", listed.get("type"));
        assertEquals(subject.key(), listed.get("key"));
        assertEquals(original.value().length, listed.get("bytes"));
        assertNotNull(listed.get("putAsideAt"));
        assertNull(listed.get("replayedAt"));
        assertEquals(
                "org.postgresql.util.PSQLException (SQL state 23514)",
                listed.get("reason").toString().replaceFirst(" at .*", ""));
        assertFalse(listed.toString().contains("jane"), listed.toString());
    }

    @Test
    void tellAllOfOneThatIsAskedFor() {
        // Given
        ConsumerRecord<byte[], byte[]> letter = putAside(1, "broken: jane@example.com");

        // Then
        show(letter)
                .statusCode(200)
                .body("payload", equalTo("{\"version\":1,\"text\":\"broken: jane@example.com\"}"))
                .body("headers.ce_type", equalTo("io.sevenfold.Note"))
                .body("letter.key", equalTo(subject.key()))
                .body("withheld", nullValue());
    }

    @Test
    void comePageByPage() {
        // Given
        for (int version = 1; version <= 3; version++) {
            putAside(version, "broken");
        }

        // When
        List<String> places = new ArrayList<>();
        String cursor = "";
        do {
            var page = given().get(operation("?topic=" + DEAD + "&limit=2&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Map<String, Object>> items = page.getList("items");
            items.forEach(item -> places.add(item.get("partition") + "/" + item.get("offset")));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        // Then
        assertEquals(places.size(), new HashSet<>(places).size());
        assertEquals(
                TopicReader.all(DEAD).stream()
                        .filter(DeadLetterOperationsTest::isOurs)
                        .count(),
                places.size());
    }

    @Test
    void areHandledOnceTheCauseIsMended() {
        // Given
        ConsumerRecord<byte[], byte[]> letter = putAside(1, "broken no more");
        replay(letter)
                .statusCode(422)
                .body("type", equalTo("urn:sevenfold:problem:still-fails"))
                .body("detail", containsString("23514"));
        assertNull(listed(letter).get("replayedAt"));
        List<String> offsets = offsets();
        mend();

        // When
        replay(letter).statusCode(200).body("outcome", equalTo("handled"));

        // Then
        assertEquals(List.of("broken no more"), Notes.texts(subject));
        assertNotNull(listed(letter).get("replayedAt"));
        assertEquals(offsets, offsets());

        // When
        replay(letter).statusCode(200);

        // Then
        assertEquals(List.of("1"), Notes.changes(subject));
    }

    @Test
    void loseAgainstWhatIsKnownByThen() {
        // Given
        ConsumerRecord<byte[], byte[]> letter = putAside(1, "broken");
        notes.publish(Note.event(subject, 2, "newer"));
        eventually().until(() -> Notes.texts(subject).equals(List.of("newer")));
        mend();

        // When
        replay(letter).statusCode(200);

        // Then
        assertEquals(List.of("newer"), Notes.texts(subject));
        assertEquals(List.of("2"), Notes.changes(subject));
    }

    @Test
    void changeNothingAboutSomebodyErasedAndDoNotShowThem() {
        // Given
        ConsumerRecord<byte[], byte[]> letter = putAside(1, "broken: jane@example.com");
        transactions.run(worker -> {
            Subjects.lock(worker, subject);
            Subjects.erase(worker, subject);
        });
        mend();

        // When
        replay(letter).statusCode(200);

        // Then
        assertEquals(List.of(), Notes.texts(subject));
        show(letter).statusCode(200).body("payload", nullValue()).body("withheld", notNullValue());
    }

    @Test
    void waitForTheDatabase() {
        // Given
        ConsumerRecord<byte[], byte[]> letter = putAside(1, "broken");
        mend();
        Notes.change("alter role notes_worker nologin");
        Notes.asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'notes_worker'");

        // When
        try {
            replay(letter).statusCode(503).body("type", equalTo("urn:sevenfold:problem:database-away"));
        } finally {
            Notes.change("alter role notes_worker login");
        }

        // Then
        eventually().untilAsserted(() -> replay(letter).statusCode(200));
        assertEquals(List.of("broken"), Notes.texts(subject));
    }

    /** Taken as it is, the letter would be a tombstone, which may delete what it is about. */
    @Test
    void areReadWhereTheyCameFromIfTheyWereTooLargeForALetter() {
        // Given
        String text = "broken" + "x".repeat(1_045_000);
        ProducerRecord<byte[], byte[]> large = new ProducerRecord<>(
                Note.TOPIC, 2, bytes(subject.key()), bytes("{\"version\":1,\"text\":\"%s\"}".formatted(text)));
        ForeignProducer.cloudEvent(large.headers());
        ForeignProducer.send(large);
        ConsumerRecord<byte[], byte[]> letter = letter();
        assertNull(letter.value());
        mend();

        // When
        replay(letter).statusCode(200);

        // Then
        assertEquals(text.length(), Notes.texts(subject).get(0).length());
    }

    @Test
    void areTheServicesOwn() {
        // Given
        ProducerRecord<byte[], byte[]> foreign = new ProducerRecord<>(DEAD, 1, bytes(subject.key()), bytes("{}"));
        foreign.headers().add(DeadLetters.SERVICE, bytes("other")).add(DeadLetters.TOPIC, bytes(Note.TOPIC));
        ForeignProducer.send(foreign);
        ConsumerRecord<byte[], byte[]> letter = letter();

        // Then
        assertNull(listed(letter));
        show(letter).statusCode(404);
        replay(letter).statusCode(404);
    }

    @Test
    void sayWhatIsNotThere() {
        for (String path : List.of("/unread.dead-letters/0/0", "/" + DEAD + "/99/0", "/" + DEAD + "/0/999999")) {
            given().get(operation(path))
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:sevenfold:problem:not-found"));
            given().post(operation(path + "/replay")).then().statusCode(404);
        }
        given().get(operation("?topic=" + Note.TOPIC)).then().statusCode(404).body("detail", containsString(DEAD));
        for (String query : List.of("?cursor=x", "?cursor=bm90ZXM", "?limit=0", "?topik=" + DEAD)) {
            given().get(operation(query)).then().statusCode(400);
        }
    }

    private ConsumerRecord<byte[], byte[]> putAside(long version, String text) {
        int before = TopicReader.about(subject, DEAD).size();
        notes.publish(Note.event(subject, version, text));
        eventually().until(() -> TopicReader.about(subject, DEAD).size() > before);
        return letter();
    }

    private ConsumerRecord<byte[], byte[]> letter() {
        eventually().until(() -> !TopicReader.about(subject, DEAD).isEmpty());
        List<ConsumerRecord<byte[], byte[]>> letters = TopicReader.about(subject, DEAD);
        return letters.get(letters.size() - 1);
    }

    private Map<String, Object> listed(ConsumerRecord<byte[], byte[]> letter) {
        return given()
                .get(operation("?limit=200"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(item -> item.get("partition").equals(letter.partition())
                        && item.get("offset").equals((int) letter.offset()))
                .findAny()
                .orElse(null);
    }

    private ValidatableResponse show(ConsumerRecord<byte[], byte[]> letter) {
        return given().get(operation(path(letter))).then();
    }

    private ValidatableResponse replay(ConsumerRecord<byte[], byte[]> letter) {
        return given().post(operation(path(letter) + "/replay")).then();
    }

    private URI operation(String path) {
        return URI.create("http://localhost:" + management.getPort() + "/operations/dead-letters" + path);
    }

    private static String path(ConsumerRecord<byte[], byte[]> letter) {
        return "/" + letter.topic() + "/" + letter.partition() + "/" + letter.offset();
    }

    private static boolean isOurs(ConsumerRecord<byte[], byte[]> letter) {
        return "notes".equals(TopicReader.header(letter, DeadLetters.SERVICE));
    }

    private static List<String> offsets() {
        return Notes.asSuperuser("select topic || partition || ' ' || next_offset from consumer_offset order by 1");
    }
}
