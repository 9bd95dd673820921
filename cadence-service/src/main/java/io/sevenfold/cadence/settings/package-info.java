/** What a workspace sets: its week, the rest after a no, and which cadence starts by itself. */
package io.sevenfold.cadence.settings;
