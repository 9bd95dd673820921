package io.sevenfold.cadence;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationResult;

/** A rep's calendar as a program sees it that subscribed to it, read by another library than the one that wrote it. */
record Calendar(net.fortuna.ical4j.model.Calendar content, String text) {

    /** Has the rep's calendar made, or given a new address; the path of that address. */
    static String subscribe(Workspace workspace, UUID rep) {
        String url = workspace
                .as("rep", rep)
                .post("/v1/calendars/" + rep)
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        return URI.create(url).getRawPath();
    }

    static Response get(String path) {
        return given().urlEncodingEnabled(false).get(path);
    }

    static Calendar at(String path) {
        return read(new String(
                get(path).then().statusCode(200).extract().asByteArray(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Calendar read(String text) {
        try {
            return new Calendar(new CalendarBuilder().build(new StringReader(text)), text);
        } catch (IOException | ParserException e) {
            throw new AssertionError("No calendar: " + e.getMessage() + "\n" + text, e);
        }
    }

    ValidationResult validated() {
        return content.validate();
    }

    List<VEvent> events() {
        return content.getComponents(net.fortuna.ical4j.model.Component.VEVENT);
    }

    boolean has(UUID touchpoint) {
        return events().stream().anyMatch(it -> touchpoint.toString().equals(value(it, Property.UID)));
    }

    VEvent event(UUID touchpoint) {
        return events().stream()
                .filter(it -> touchpoint.toString().equals(value(it, Property.UID)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No event " + touchpoint + " in\n" + text));
    }

    String of(UUID touchpoint, String property) {
        return value(event(touchpoint), property);
    }

    LocalDate date(UUID touchpoint) {
        return (LocalDate) event(touchpoint).getDateTimeStart().get().getDate();
    }

    int sequence(UUID touchpoint) {
        return Integer.parseInt(of(touchpoint, Property.SEQUENCE));
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse(null);
    }
}
