package io.sevenfold.contacts.rep;

/** Bodies that work as they stand, shown in the API's description. */
final class RepExamples {

    static final String SHORT = """
            {
              "name": "Mara Lindqvist",
              "email": "mara@example.com",
              "timeZone": "Europe/Stockholm"
            }""";

    static final String WHOLE = """
            {
              "id": "01995c1e-7a00-7000-8000-000000000002",
              "name": "Tom Baker",
              "email": "tom@example.com",
              "locale": "en-US",
              "timeZone": "America/Chicago",
              "workingDays": ["MONDAY", "TUESDAY", "WEDNESDAY"],
              "workingHours": {"from": "08:00", "to": "14:00"},
              "holidayRegion": "US-IL",
              "dailyCapacity": 12,
              "digestTime": "07:45",
              "replyClockHours": 3,
              "absences": [{"from": "2026-12-21", "to": "2027-01-03"}]
            }""";

    static final String PATCH = """
            {
              "version": 1,
              "workingHours": {"from": "10:00", "to": "18:00"}
            }""";

    private RepExamples() {}
}
