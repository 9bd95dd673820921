package io.sevenfold.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A golden file is what was once sent: it is never edited, and every version of the code must read it. */
class GoldenEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Set<String> PARTS_OF_EVENTS = Set.of(
            "Absence",
            "CadenceRef",
            "Contact",
            "DayLoad",
            "Interaction",
            "Moved",
            "Overdue",
            "OverdueReply",
            "Reason",
            "Rep",
            "RepPersistence",
            "Touchpoint",
            "UnseenContact",
            "WorkingHours");

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    static Stream<String> events() throws IOException {
        return names(Path.of("target/classes/io/sevenfold/events"), ".class")
                .filter(name -> type(name).isRecord())
                .filter(name -> !PARTS_OF_EVENTS.contains(name));
    }

    /** Named by the event; {@code InteractionRecorded-2.json} is one sent after the event got more fields. */
    static Stream<String> golden() throws IOException {
        return names(GOLDEN, ".json");
    }

    @ParameterizedTest
    @MethodSource("golden")
    void readsAndWritesWhatWasOnceSent(String name) throws IOException {
        // Given
        String golden = Files.readString(GOLDEN.resolve(name + ".json"));

        // When
        Object event = json.readValue(golden, type(name.split("-")[0]));

        // Then
        assertEquals(json.readTree(golden), json.readTree(json.writeValueAsBytes(event)));
    }

    @Test
    void everyGoldenFileIsStillAnEvent() throws IOException {
        // Given
        Set<String> files = golden().map(name -> name.split("-")[0]).collect(Collectors.toCollection(TreeSet::new));

        // When
        Set<String> events = events().collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertEquals(files, events);
        assertTrue(events.size() > 20, "the events were found");
    }

    @Test
    void spellsConstantsAsTheDomainDoes() {
        assertEquals("no-answer", Outcome.NO_ANSWER.toString());
        assertEquals("keep-in-touch", Purpose.KEEP_IN_TOUCH.toString());
        assertEquals("lost-touch", Stage.LOST_TOUCH.toString());
        assertEquals("do-not-contact", WhyNone.DO_NOT_CONTACT.toString());
        assertEquals("touchpoints.dead-letters", Topic.TOUCHPOINTS.deadLetters());
    }

    private static Stream<String> names(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(suffix) && !file.contains("-info"))
                    .map(file -> file.substring(0, file.length() - suffix.length()))
                    .toList()
                    .stream();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("io.sevenfold.events." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
