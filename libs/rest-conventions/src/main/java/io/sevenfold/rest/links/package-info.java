/** The links in a mail: what they allow, signed by who sends them and checked by who serves their pages (N6). */
package io.sevenfold.rest.links;
