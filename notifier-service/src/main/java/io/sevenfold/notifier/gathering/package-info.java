/** Which announcements go into which mail, and when (N1 to N3). */
package io.sevenfold.notifier.gathering;
