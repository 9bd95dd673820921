/** What the lists that people page through have in common. */
package io.sevenfold.notifier.listing;
