package io.sevenfold.interactions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.rest.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each rule holds for the service, and is broken by a class made to break it. */
class ArchitectureTest {

    static final List<ArchRule> RULES = List.of(
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Rules")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.quarkus..", "jakarta..", "java.sql..", "io.sevenfold.delivery..")
                    .because("rules are plain Java"),
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because("time is the injected clock's"),
            noClasses()
                    .that()
                    .resideInAPackage("..inbound..")
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(Caller.class, RequestTransactions.class)
                    .because("nobody calls a consumer, and its transaction is the worker's"),
            noClasses()
                    .that()
                    .resideInAPackage("..interaction..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(WorkerTransactions.class)
                    .because("a request sees its own workspace only"),
            noClasses()
                    .that()
                    .resideInAnyPackage("..interaction..", "..known..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..inbound..")
                    .because("consumers know what they serve, not the other way round"));

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sevenfold.interactions");

    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("io.sevenfold.interactions.broken");

    @ParameterizedTest
    @FieldSource("RULES")
    void holds(ArchRule rule) {
        rule.check(SERVICE);
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void isBrokenByWhatBreaksIt(ArchRule rule) {
        assertThrows(AssertionError.class, () -> rule.check(BROKEN));
    }
}
