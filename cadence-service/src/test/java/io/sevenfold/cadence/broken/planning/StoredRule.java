package io.sevenfold.cadence.broken.planning;

import java.sql.Connection;

/** A rule that asks the database. */
class StoredRule {

    Connection connection;
}
