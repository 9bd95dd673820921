/** The services' images: built from the Dockerfile, looked into, and run as the chart would have them run. */
package io.sevenfold.image;
