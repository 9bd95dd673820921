package io.sevenfold.delivery;

import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/**
 * One contact or rep of one workspace: what events are about, what partitions them and what writes are serialised by.
 *
 * @param workspace the workspace's slug; holds no slash and, for PostgreSQL, no NUL
 */
public record Subject(String workspace, UUID id) implements Comparable<Subject> {

    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::workspace).thenComparing(Subject::id);

    public Subject {
        Objects.requireNonNull(id, "id");
        if (workspace.isEmpty() || workspace.indexOf('/') >= 0 || workspace.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A workspace is a slug, neither empty nor with a slash or a NUL");
        }
    }

    /** {@code <workspace>/<id>}: the first two segments of the keys of all events about this subject. */
    public String key() {
        return workspace + "/" + id;
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
