/** Interactions: recording, correcting, removing and reading what happened between a rep and a contact. */
package io.sevenfold.interactions.interaction;
