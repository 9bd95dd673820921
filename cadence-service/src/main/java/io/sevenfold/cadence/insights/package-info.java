/** What our own events teach: where we give up on people. */
package io.sevenfold.cadence.insights;
