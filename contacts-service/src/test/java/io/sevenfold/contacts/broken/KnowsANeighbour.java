package io.sevenfold.contacts.broken;

import io.sevenfold.cadence.planning.Neighbour;

public class KnowsANeighbour {
    Neighbour neighbour;
}
