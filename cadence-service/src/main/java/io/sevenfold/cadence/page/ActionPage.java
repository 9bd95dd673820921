package io.sevenfold.cadence.page;

import io.quarkus.qute.TemplateInstance;
import io.sevenfold.cadence.touchpoint.Expected;
import io.sevenfold.rest.ProblemException;
import java.sql.SQLException;

/**
 * One thing to do with a touchpoint, on a page of its own.
 *
 * @param <T> what a filled-in form asks for
 */
interface ActionPage<T> {

    /** Its last part of the path. */
    String path();

    /** Whether it is to be done with such a touchpoint at all. */
    boolean fits(Sight sight);

    /** @param entered null: nobody has filled in anything yet */
    TemplateInstance form(Door door, Sight sight, Entered entered) throws SQLException;

    /** What the form asks for; of no use where something is wrong with what was entered. */
    T read(Entered entered);

    /** The field of the form in which the API's is entered. */
    default String field(String ofApi, Entered entered) {
        return ofApi;
    }

    /** @throws ProblemException as the API says */
    void act(Sight sight, T order, Expected expected) throws SQLException;

    /** What is said once it was done. */
    Notice done(Sight after, StateWords words);
}
