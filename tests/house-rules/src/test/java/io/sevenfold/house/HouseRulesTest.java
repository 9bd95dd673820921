package io.sevenfold.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.sevenfold.cadence.planning.Neighbour;
import io.sevenfold.house.broken.AsksTheSystemsTime;
import io.sevenfold.house.broken.KnowsANeighbour;
import io.sevenfold.house.broken.MixesTransactions;
import io.sevenfold.house.broken.NameManager;
import io.sevenfold.house.broken.WorkerResource;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    /** In the rules' order. */
    private static final List<Class<?>> BREAKING = List.of(
            AsksTheSystemsTime.class,
            WorkerResource.class,
            MixesTransactions.class,
            NameManager.class,
            KnowsANeighbour.class);

    @Test
    void eachIsBrokenByTheOneMadeToBreakIt() {
        // Given
        List<ArchRule> rules = HouseRules.ofService("contacts");

        // Then
        assertEquals(
                BREAKING,
                rules.stream()
                        .flatMap(rule -> BREAKING.stream().filter(breaking -> breaks(breaking, rule)))
                        .toList());
    }

    private static boolean breaks(Class<?> breaking, ArchRule rule) {
        return rule.allowEmptyShould(true)
                .evaluate(new ClassFileImporter().importClasses(breaking, Neighbour.class))
                .hasViolation();
    }
}
