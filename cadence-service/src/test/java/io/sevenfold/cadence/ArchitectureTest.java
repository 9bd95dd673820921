package io.sevenfold.cadence;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.rest.Caller;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each rule holds for the service, and is broken by a class made to break it. */
class ArchitectureTest {

    static final List<ArchRule> RULES = List.of(
            noClasses()
                    .that()
                    .resideInAPackage("..planning..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.quarkus..",
                            "jakarta..",
                            "javax..",
                            "java.sql..",
                            "org.apache.kafka..",
                            "com.fasterxml..",
                            "io.sevenfold.delivery..",
                            "io.sevenfold.rest..")
                    .because("a reader finds the rules with no framework in them"),
            noClasses()
                    .that()
                    .resideInAPackage("..planning..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("io.sevenfold.cadence..").and(not(resideInAPackage("..planning.."))))
                    .because("the rules know nothing of what serves them"),
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(Clock.class, "systemDefaultZone")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because("time is the injected clock's"),
            noClasses()
                    .that()
                    .areAnnotatedWith(Path.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(WorkerTransactions.class)
                    .because("a request sees its own workspace only"),
            noClasses()
                    .that()
                    .resideInAnyPackage("..inbound..", "..due..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Caller.class)
                    .because("nobody calls a consumer or a job"),
            classes()
                    .should()
                    .haveSimpleNameNotEndingWith("Impl")
                    .andShould()
                    .haveSimpleNameNotEndingWith("Manager")
                    .andShould()
                    .haveSimpleNameNotEndingWith("Helper")
                    .andShould()
                    .haveSimpleNameNotEndingWith("Utils")
                    .andShould()
                    .haveSimpleNameNotEndingWith("Dto")
                    .because("a name says what it does"));

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sevenfold.cadence");

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("io.sevenfold.cadence.broken");

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
