/** What holds the code of every service to the rules of the house. */
package io.sevenfold.house;
