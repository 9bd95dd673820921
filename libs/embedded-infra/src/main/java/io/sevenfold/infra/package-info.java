/** A real PostgreSQL, a real Kafka broker, an SMTP server and a token issuer for local runs and tests, with nothing to install. */
package io.sevenfold.infra;
