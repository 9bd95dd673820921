/** What every API of Sevenfold has in common: who calls, in which workspace, how errors, pages, patches and time look. */
package io.sevenfold.rest;
