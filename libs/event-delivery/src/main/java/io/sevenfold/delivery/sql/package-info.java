/** Set-based SQL on a plain connection, for both roles. */
package io.sevenfold.delivery.sql;
