package io.sevenfold.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.sevenfold.cadence.planning.Neighbour;
import io.sevenfold.contacts.broken.AsksTheSystemsTime;
import io.sevenfold.contacts.broken.KnowsANeighbour;
import io.sevenfold.contacts.broken.MixesTransactions;
import io.sevenfold.contacts.broken.NameManager;
import io.sevenfold.contacts.broken.WorkerResource;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.sevenfold.contacts");

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(ArchitectureRules.TIME_COMES_FROM_THE_CLOCK_GIVEN, AsksTheSystemsTime.class),
                arguments(ArchitectureRules.REQUESTS_DO_NOT_WORK_AS_THE_WORKER, WorkerResource.class),
                arguments(ArchitectureRules.TRANSACTIONS_ARE_OF_ONE_KIND, MixesTransactions.class),
                arguments(ArchitectureRules.NAMES_SAY_WHAT_A_CLASS_DOES, NameManager.class),
                arguments(ArchitectureRules.SERVICES_DO_NOT_KNOW_EACH_OTHER, KnowsANeighbour.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theServiceKeepsTo(ArchRule rule, Class<?> breaking) {
        assertThat(SERVICE).isNotEmpty();
        rule.check(SERVICE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void catchesWhatBreaks(ArchRule rule, Class<?> breaking) {
        JavaClasses broken = new ClassFileImporter().importClasses(breaking, Neighbour.class);
        assertThat(rule.evaluate(broken).hasViolation()).isTrue();
    }
}
