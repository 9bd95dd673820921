package io.sevenfold.cadence.planning;

/** Stands for a class of another service, of which the class path has none. */
public class Neighbour {}
