/** A rep's day on one page, behind the link in the digest: what to do now, and where to say what was done. */
package io.sevenfold.cadence.myday;
