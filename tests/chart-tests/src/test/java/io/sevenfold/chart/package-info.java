/** What the Helm chart makes, held against Kubernetes, the operators and the services' own code. */
package io.sevenfold.chart;
