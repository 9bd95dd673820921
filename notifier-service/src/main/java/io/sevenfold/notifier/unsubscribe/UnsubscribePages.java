package io.sevenfold.notifier.unsubscribe;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sevenfold.rest.links.Link.Purpose;
import jakarta.ws.rs.core.Response;

/** The pages about fewer mails. None says whose link it is: it could have been passed on. */
final class UnsubscribePages {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    @CheckedTemplate(basePath = "unsubscribe")
    static class Templates {
        static native TemplateInstance page(Words words);
    }

    /**
     * @param action where the button sends; null: here
     * @param button what it does when pressed; null: there is none
     */
    record Words(String title, String text, String more, String action, String button) {}

    private UnsubscribePages() {}

    /** Before anything is changed. */
    static Response question(Purpose purpose) {
        return purpose == Purpose.UNSUBSCRIBE_TEAM
                ? page(
                        OK,
                        "No weekly mail about your team?",
                        "You would no longer get the mail that tells each week how your team stands.",
                        "All other mails come as before.",
                        "Stop the weekly mail")
                : page(
                        OK,
                        "Mail only when a reply is owed?",
                        "You would no longer get the digest, nor mails about what is due. When somebody has written to you and"
                                + " waits, you are still told.",
                        "What is due stays due: it waits on My day and in your calendar.",
                        "Mail me only when a reply is owed");
    }

    /** What is true now, whether it was before or not, and how to get the other back. */
    static Response done(Purpose purpose, String token) {
        Words words = purpose == Purpose.UNSUBSCRIBE_TEAM
                ? new Words(
                        "No weekly mail about your team",
                        "From now on it does not come any more.",
                        "All other mails come as before.",
                        token + "/undo",
                        "Send me the weekly mail again")
                : new Words(
                        "Mail only when a reply is owed",
                        "From now on you get a mail when somebody has written to you and waits, and no digest.",
                        "What is due stays due: it waits on My day and in your calendar.",
                        token + "/undo",
                        "Send me the digest again");
        return page(OK, words);
    }

    static Response undone(Purpose purpose) {
        return purpose == Purpose.UNSUBSCRIBE_TEAM
                ? page(OK, "The weekly mail comes again", "It tells each week how your team stands.", null, null)
                : page(
                        OK,
                        "The digest comes again",
                        "It comes on each day on which there is something in it.",
                        null,
                        null);
    }

    static Response expired() {
        return page(
                GONE,
                "This link has expired",
                "Links in mails work for some days only. Nothing was changed.",
                "The link in a newer mail works.",
                null);
    }

    static Response unknown() {
        return page(
                NOT_FOUND,
                "This link leads nowhere",
                "Perhaps it was cut off on its way. Nothing was changed.",
                "Open it again from the mail.",
                null);
    }

    /** @param status why, to programs */
    static Response refused(int status) {
        return page(
                status,
                "That did not work",
                "Nothing was changed.",
                "Please try again in a few minutes, or with the link in a newer mail.",
                null);
    }

    private static Response page(int status, String title, String text, String more, String button) {
        return page(status, new Words(title, text, more, null, button));
    }

    private static Response page(int status, Words words) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .entity(Templates.page(words).render())
                .build();
    }
}
