package io.sevenfold.cadence;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import io.sevenfold.house.ServiceArchitecture;
import io.sevenfold.rest.Caller;
import java.util.List;

class ArchitectureTest extends ServiceArchitecture {

    private static final List<ArchRule> OWN = List.of(
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
                    .that()
                    .resideInAnyPackage("..inbound..", "..due..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Caller.class)
                    .because("nobody calls a consumer or a job"));

    ArchitectureTest() {
        super("cadence", OWN);
    }
}
