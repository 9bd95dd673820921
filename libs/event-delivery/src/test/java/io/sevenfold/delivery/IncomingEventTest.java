package io.sevenfold.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncomingEventTest {

    private enum Colour {
        DARK_BLUE;

        @Override
        public String toString() {
            return "dark-blue";
        }
    }

    private record Paint(Colour colour, Integer litres) {}

    @Test
    void keepsOnlyTheLastEventOfEachKeyInOrder() {
        // Given
        List<IncomingEvent> events = List.of(event("a", "1"), event("b", "2"), event("a", "3"), event("c", "4"));

        // When
        List<IncomingEvent> last = IncomingEvent.lastOfEachKey(events);

        // Then
        assertEquals(
                List.of("2", "3", "4"),
                last.stream()
                        .map(each -> new String(each.data(), StandardCharsets.UTF_8))
                        .toList());
    }

    @Test
    void ignoresUnknownFieldsAndReadsEnumsAsSpelled() {
        assertEquals(
                new Paint(Colour.DARK_BLUE, null),
                event("a", "{\"colour\":\"dark-blue\",\"later\":{\"added\":1}}").as(Paint.class));
    }

    @Test
    void refusesWhatItCannotReadNamingTheFieldAndNoValue() {
        assertEquals(
                "The data is no Paint: InvalidFormatException at colour", refusal("{\"colour\":\"jane@example.com\"}"));
        assertEquals("The data of this Paint is not JSON", refusal("jane@example.com"));
        assertEquals("JSON null is no Paint", refusal("null"));
    }

    private static String refusal(String data) {
        return assertThrows(PermanentFailure.class, () -> event("a", data).as(Paint.class))
                .getMessage();
    }

    private static IncomingEvent event(String key, String data) {
        return new IncomingEvent(
                "paints",
                0,
                0,
                key,
                Notes.subject(),
                null,
                "id",
                "Paint",
                null,
                data.getBytes(StandardCharsets.UTF_8),
                null);
    }
}
