/** What operators may look at and do by hand, on the management port: dead letters and the relay, and what they are asked by. */
package io.sevenfold.delivery.operations;
