package io.sevenfold.contacts;

import io.sevenfold.house.ServiceArchitecture;
import java.util.List;

class ArchitectureTest extends ServiceArchitecture {

    ArchitectureTest() {
        super("contacts", List.of());
    }
}
