/** The people we know and the people who follow up: who they are, who owns whom, and who does not want to be contacted. */
package io.sevenfold.contacts;
