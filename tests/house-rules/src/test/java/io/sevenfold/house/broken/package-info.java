/** Breaks each architecture rule once, to prove that it notices. */
package io.sevenfold.house.broken;
