package io.sevenfold.contacts;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import io.sevenfold.delivery.WorkerTransactions;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Date;

/** What the code of a service keeps to. */
final class ArchitectureRules {

    static final ArchRule TIME_COMES_FROM_THE_CLOCK_GIVEN = noClasses()
            .should()
            .callMethodWhere(describe("the system's time is asked", ArchitectureRules::asksTheSystemsTime))
            .orShould()
            .callConstructor(Date.class)
            .because("the domain clock is injected");

    static final ArchRule REQUESTS_DO_NOT_WORK_AS_THE_WORKER = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(WorkerTransactions.class)
            .because("row-level security guards the app role only");

    static final ArchRule TRANSACTIONS_ARE_OF_ONE_KIND = noMethods()
            .that()
            .areDeclaredInClassesThat(describe("use the worker's transactions", ArchitectureRules::usesTheWorker))
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("the worker's transactions are outside JTA, whose rollback would not undo them")
            .allowEmptyShould(true);

    static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|D(to|TO))");

    static final ArchRule SERVICES_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "io.sevenfold.interactions..", "io.sevenfold.cadence..", "io.sevenfold.notifier.."));

    private ArchitectureRules() {}

    private static boolean asksTheSystemsTime(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        boolean givenAClock =
                call.getTarget().getRawParameterTypes().stream().anyMatch(p -> p.isEquivalentTo(Clock.class));
        return owner.getPackageName().equals("java.time") && call.getName().equals("now") && !givenAClock
                || owner.isEquivalentTo(Clock.class) && call.getName().matches("(system|tick).*")
                || owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
    }

    private static boolean usesTheWorker(JavaClass checked) {
        return checked.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(WorkerTransactions.class));
    }
}
