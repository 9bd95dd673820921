package io.sevenfold.notifier.broken.mail;

import java.sql.Connection;

class MailThatKnowsTheDatabase {

    Connection connection;
}
