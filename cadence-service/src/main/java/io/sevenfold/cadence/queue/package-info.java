/** What a rep has to do now. */
package io.sevenfold.cadence.queue;
