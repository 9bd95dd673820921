/** Plans the five to seven touchpoints of each contact, re-plans them as things happen, and knows which are due. */
package io.sevenfold.cadence;
