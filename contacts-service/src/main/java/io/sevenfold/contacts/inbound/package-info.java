/** What the other services tell this one. */
package io.sevenfold.contacts.inbound;
