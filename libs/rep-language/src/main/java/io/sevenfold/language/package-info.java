/** How mails and pages speak to a rep: the same words for the domain, and dates as they read them. */
package io.sevenfold.language;
