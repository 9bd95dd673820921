package io.sevenfold.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A plan as the demo prints it: a line for each touchpoint. */
record DemoPlan(JsonNode json) {

    @Override
    public String toString() {
        return touchpoints().map(DemoPlan::line).collect(Collectors.joining(System.lineSeparator()));
    }

    JsonNode step(int number) {
        return touchpoints()
                .filter(touchpoint -> touchpoint.path("step").asInt() == number)
                .findFirst()
                .orElseThrow();
    }

    boolean isWaiting() {
        return json.hasNonNull("waitingFor");
    }

    private java.util.stream.Stream<JsonNode> touchpoints() {
        return StreamSupport.stream(json.path("touchpoints").spliterator(), false);
    }

    private static String line(JsonNode touchpoint) {
        String what = touchpoint.hasNonNull("step") ? touchpoint.get("step").asText() : "+";
        String reasons = StreamSupport.stream(touchpoint.path("reasons").spliterator(), false)
                .map(reason -> reason.path("text").asText())
                .collect(Collectors.joining("; "));
        return "  %s  %-10s  %-7s  %-7s  %-14s  %s"
                .formatted(
                        what,
                        touchpoint.path("dueOn").asText("-"),
                        touchpoint.path("state").asText(),
                        touchpoint.path("channel").asText(),
                        touchpoint.path("intent").asText(),
                        reasons)
                .stripTrailing();
    }
}
