package io.sevenfold.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a list: {@code ?cursor=&limit=}. As a parameter it is named {@code page}. */
public class PageRequest {

    @QueryParam("cursor")
    @Parameter(description = "The nextCursor of the page before; leave out for the first page")
    public String cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    @Parameter(description = "How many items at most, 1 to 200")
    public int limit;

    /** How many rows to fetch so that {@link Page#of} can tell whether there are more. */
    public int fetch() {
        return limit + 1;
    }

    /** The key after which the page begins; empty: the list's beginning. */
    public Optional<String> after() {
        return Optional.ofNullable(cursor).map(Cursor::decode);
    }

    /** {@link #after()} of a list that is ordered by id. */
    public Optional<UUID> afterId() {
        return after().map(key -> {
            try {
                return UUID.fromString(key);
            } catch (IllegalArgumentException e) {
                throw Cursor.foreign();
            }
        });
    }
}
