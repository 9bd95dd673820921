package io.sevenfold.cadence.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sevenfold.rest.Problem;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.ProblemMappers;
import io.sevenfold.rest.links.InvalidLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** What is shown instead of a page: it says what the rep can do now, and of the link and whom it was about nothing. */
@ApplicationScoped
public class Refusals {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int UNAVAILABLE = 503;

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance refusal(Words words);
    }

    /** A heading and a sentence or two. */
    record Words(String title, String text) {}

    private final ProblemMappers mappers = new ProblemMappers();

    /** The page for whatever ended the request; what is unexpected is logged, as everywhere. */
    public Response of(Throwable e) {
        if (e instanceof InvalidLink link) {
            return link.expired() ? expired() : notFound();
        }
        Problem problem = problem(e);
        return switch (problem.status()) {
            case BAD_REQUEST, 422 ->
                page(
                        BAD_REQUEST,
                        "That could not be read",
                        "Something in the address or in what was sent is not what it should be. Open the link in the mail again.");
            case NOT_FOUND -> notFound();
            case UNAVAILABLE ->
                page(UNAVAILABLE, "Not available just now", "Please try again in a few minutes. Nothing was changed.");
            default ->
                page(
                        problem.status(),
                        "Something went wrong here",
                        "It was not your doing, and we know of it. Please try again in a few minutes.");
        };
    }

    /** What was there once is not kept any more. */
    public Response gone() {
        return page(
                GONE,
                "There is nothing here any more",
                "Nothing is kept of what this link was about. Your next digest tells you what is due.");
    }

    private Response expired() {
        return page(
                GONE,
                "This link has expired",
                "Links in mails work for some days only. What is still to be done stands in your next digest, with links that work.");
    }

    private Response notFound() {
        return page(
                NOT_FOUND,
                "This link leads nowhere",
                "Perhaps it was cut off on its way. Open it again from the mail, or use the one in your next digest.");
    }

    private Problem problem(Throwable e) {
        Response answer = e instanceof ProblemException problem
                ? mappers.problem(problem)
                : e instanceof WebApplicationException web ? mappers.web(web) : mappers.unexpected(e);
        return (Problem) answer.getEntity();
    }

    private static Response page(int status, String title, String text) {
        return Html.of(status, Templates.refusal(new Words(title, text)));
    }
}
