/** Starts, ends, pauses and moves enrollments because a person said so, for one contact or for many at once. */
package io.sevenfold.cadence.enrollment;
