package io.sevenfold.contacts;

import io.quarkus.hibernate.orm.panache.Panache;
import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import java.util.List;
import java.util.UUID;

/** {@link Subjects} in the transaction of a request. */
public final class SubjectLock {

    private SubjectLock() {}

    /** See {@link Subjects#lock(java.sql.Connection, java.util.Collection)}. */
    public static Endings lock(Subject... subjects) {
        return Panache.getSession().doReturningWork(connection -> Subjects.lock(connection, List.of(subjects)));
    }

    /** The one that remains of it, for reading. */
    public static Subject survivor(Subject subject) {
        return Panache.getSession()
                .doReturningWork(connection -> Subjects.look(connection, subject))
                .survivor(subject);
    }

    /** See {@link Subjects#merge}. */
    public static void merge(Subject subject, UUID into) {
        Panache.getSession().doWork(connection -> Subjects.merge(connection, subject, into));
    }

    /** See {@link Subjects#erase}. */
    public static void erase(Subject subject) {
        Panache.getSession().doWork(connection -> Subjects.erase(connection, subject));
    }
}
