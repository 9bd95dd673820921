package io.sevenfold.events;

import java.util.Map;

/** One reason for a touchpoint's date: a code with its data for programs, a sentence for people (P4). */
public record Reason(ReasonCode code, Map<String, String> data, String text) {}
