/** What happened between a rep and a contact. */
package io.sevenfold.interactions;
