/** What the services say to each other: past-tense facts as records, spelled in JSON as DOMAIN.md spells them. */
package io.sevenfold.events;
