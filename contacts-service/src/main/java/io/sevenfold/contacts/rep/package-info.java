/** The people who follow up. */
package io.sevenfold.contacts.rep;
