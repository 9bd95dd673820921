/** The whole system as its users meet it: four services on a real PostgreSQL, Kafka and SMTP server. */
package io.sevenfold.system;
