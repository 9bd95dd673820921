package io.sevenfold.cadence.unseen;

import io.sevenfold.events.WhyNone;
import io.sevenfold.rest.PlaceInTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The statement that serves a page of the unseen, for looking at its plan. */
public final class UnseenQuery {

    private UnseenQuery() {}

    /** @param after null: the first page */
    public static String of(WhyNone reason, PlaceInTime after, List<Object> parameters) {
        UnseenPlace place = after == null ? null : new UnseenPlace(false, after.at(), after.id());
        return UnseenResource.sql((UUID) null, reason, place, parameters);
    }

    public static List<Object> parameters(String workspace) {
        return new ArrayList<>(List.of(workspace));
    }
}
