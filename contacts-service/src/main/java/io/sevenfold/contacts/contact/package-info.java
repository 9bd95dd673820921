/** The people we know. */
package io.sevenfold.contacts.contact;
