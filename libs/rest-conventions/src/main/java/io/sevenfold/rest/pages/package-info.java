/** What the pages have in common to which the links in a mail lead (N6): plain HTML, open to nobody but their reader. */
package io.sevenfold.rest.pages;
