package io.sevenfold.house.broken;

import io.sevenfold.cadence.planning.Neighbour;

public class KnowsANeighbour {
    Neighbour neighbour;
}
