/** Contacts without a next touch, and why (principle 7). */
package io.sevenfold.cadence.unseen;
