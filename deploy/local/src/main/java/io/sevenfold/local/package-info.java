/** The whole system on one machine: the infrastructure in this JVM, each service in one of its own. */
package io.sevenfold.local;
