package io.sevenfold.cadence.cadence;

/** Requests that work as they stand, for the API's description. */
final class CadenceExamples {

    private static final String STEPS = """
              "steps": [
                {"key": "hello", "gapDays": 0, "channel": "email", "intent": "insight",
                 "guidance": "Send {contact.firstName} the one page that answers what they asked you at the fair."},
                {"key": "offer", "gapDays": 4, "channel": "call", "intent": "help",
                 "guidance": "Offer {contact.firstName} half an hour on the question that {contact.company} has now."},
                {"key": "people", "gapDays": 6, "channel": "email", "intent": "introduction",
                 "guidance": "Introduce {contact.firstName} to somebody who solved that question last year."},
                {"key": "visit", "gapDays": 8, "channel": "call", "intent": "invitation",
                 "guidance": "Invite {contact.firstName} to see it at work, with nothing to sign."},
                {"key": "begin", "gapDays": 10, "channel": "email", "intent": "ask",
                 "guidance": "Ask plainly whether you can begin together. Sign with {rep.firstName}."}
              ]
            }""";

    static final String CREATE = """
            {
              "name": "After the fair",
              "purpose": "connect",
              "reenrollment": "when-none-active",
              "quietDays": 30,
            """ + STEPS;

    static final String CHANGE = """
            {
              "version": 1,
              "name": "After the fair, calmer",
              "purpose": "connect",
              "reenrollment": "never",
              "quietDays": 90,
            """ + STEPS;

    private CadenceExamples() {}
}
