package io.sevenfold.interactions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.house.ServiceArchitecture;
import io.sevenfold.rest.Caller;
import java.util.List;

class ArchitectureTest extends ServiceArchitecture {

    private static final List<ArchRule> OWN = List.of(
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Rules")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.quarkus..", "jakarta..", "java.sql..", "io.sevenfold.delivery..")
                    .because("rules are plain Java"),
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

    ArchitectureTest() {
        super("interactions", OWN);
    }
}
