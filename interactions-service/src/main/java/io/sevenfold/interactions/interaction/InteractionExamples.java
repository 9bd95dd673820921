package io.sevenfold.interactions.interaction;

/** Bodies that work as they stand, shown in the API's description; rep and contact are those of the examples of contacts-service. */
final class InteractionExamples {

    static final String CALL = """
            {
              "contactId": "01995c1e-7a00-7000-8000-000000000001",
              "repId": "01995c1e-7a00-7000-8000-000000000002",
              "direction": "outbound",
              "channel": "call",
              "outcome": "no-answer"
            }""";

    static final String NOT_NOW = """
            {
              "id": "01995c1e-7a00-7000-8000-000000000003",
              "contactId": "01995c1e-7a00-7000-8000-000000000001",
              "direction": "inbound",
              "channel": "email",
              "outcome": "not-now",
              "occurredAt": "2025-09-18T09:30:00Z",
              "note": "Busy with the fair, but asked for the benchmark",
              "revisitOn": "2027-03-01"
            }""";

    static final String NO_CALLS = """
            {
              "contactId": "01995c1e-7a00-7000-8000-000000000001",
              "direction": "inbound",
              "channel": "email",
              "outcome": "never",
              "optOutOf": "call",
              "occurredAt": "2025-09-19T07:10:00Z",
              "note": "Mails are fine, but no more calls"
            }""";

    static final String PATCH = """
            {
              "version": 1,
              "outcome": "no-budget",
              "note": null
            }""";

    private InteractionExamples() {}
}
