package io.sevenfold.contacts.contact;

/** Bodies that work as they stand, shown in the API's description. */
final class ContactExamples {

    static final String WHOLE = """
            {
              "id": "01995c1e-7a00-7000-8000-000000000001",
              "name": "Ada Okafor",
              "email": "ada@example.com",
              "phone": "+44 20 7946 0958",
              "company": "Okafor Looms",
              "title": "Owner",
              "timeZone": "Europe/London",
              "externalId": "crm-4711",
              "tags": ["fair-2026", "weaving"]
            }""";

    static final String SYNCED = """
            {
              "name": "Ben Hartmann",
              "email": "ben@example.com",
              "company": "Hartmann GmbH",
              "tags": ["newsletter"]
            }""";

    static final String MERGE = """
            {
              "into": "01995c1e-7a00-7000-8000-000000000001"
            }""";

    static final String PATCH = """
            {
              "version": 1,
              "title": "Managing director",
              "phone": null
            }""";

    private ContactExamples() {}
}
