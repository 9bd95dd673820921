package io.sevenfold.cadence.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;

/** A page as an answer. */
public final class Html {

    private static final String MEDIA_TYPE = "text/html;charset=UTF-8";

    private static final int SEE_OTHER = 303;

    private Html() {}

    /** Another page instead, to be fetched; its path is sent as it is, for only a proxy may know by which address we are reached. */
    static Response goTo(String path) {
        return Response.status(SEE_OTHER).header("Location", path).build();
    }

    /** The page, rendered now: while what it shows is at hand. */
    public static Response of(int status, TemplateInstance page) {
        return Response.status(status).type(MEDIA_TYPE).entity(page.render()).build();
    }
}
