/** What single values have to look like. */
package io.sevenfold.contacts.validation;
