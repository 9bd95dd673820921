/** What this service keeps of the contacts, reps and touchpoints that others own. */
package io.sevenfold.interactions.known;
