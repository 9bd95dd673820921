/** How connected contacts are, as clients see it, and the job that notices when only time changed it. */
package io.sevenfold.cadence.connection;
