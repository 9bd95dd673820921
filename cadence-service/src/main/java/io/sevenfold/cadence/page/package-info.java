/** The pages behind the links in mails (N6): plain HTML for a rep who never logs in; fetching one changes nothing. */
package io.sevenfold.cadence.page;
