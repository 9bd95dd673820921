package io.sevenfold.notifier.listing;

import io.sevenfold.rest.PageRequest;
import io.sevenfold.rest.PlaceInTime;
import java.util.HashMap;
import java.util.Map;

/** Asks for one workspace's entities of a kind, those that fit all that is given, the newest first. */
public final class NewestFirst {

    private final StringBuilder query = new StringBuilder();
    private final Map<String, Object> values = new HashMap<>();

    public NewestFirst(String entity, String workspace) {
        query.append("from ").append(entity).append(" where workspace = :workspace");
        values.put("workspace", workspace);
    }

    /** @param condition null: none */
    public NewestFirst only(String condition) {
        if (condition != null) {
            query.append(" and ").append(condition);
        }
        return this;
    }

    /** @param value what the condition calls {@code name}; null: it was not given, and there is no condition */
    public NewestFirst only(String condition, String name, Object value) {
        if (value != null) {
            only(condition);
            values.put(name, value);
        }
        return this;
    }

    /** Those that follow where the page before ended. */
    public NewestFirst after(PageRequest page) {
        page.after().map(PlaceInTime::parse).ifPresent(place -> {
            only("(createdAt, id) < (:createdAt, :id)");
            values.put("createdAt", place.at());
            values.put("id", place.id());
        });
        return this;
    }

    public String query() {
        return query + " order by createdAt desc, id desc";
    }

    public Map<String, Object> values() {
        return values;
    }
}
