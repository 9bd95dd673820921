package io.sevenfold.cadence.inbound;

import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactAdded;
import java.util.stream.Stream;

/** A contact's whole state, and the event that told it. */
record ToldContact(Subject subject, Contact contact, IncomingEvent event) {

    /** All states are told alike. */
    static ToldContact of(IncomingEvent event) {
        return new ToldContact(event.subject(), event.as(ContactAdded.class).contact(), event);
    }

    Stream<Subject> owner() {
        return Stream.ofNullable(contact.ownerId()).map(id -> new Subject(subject.workspace(), id));
    }
}
