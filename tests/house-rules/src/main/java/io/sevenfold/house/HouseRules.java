package io.sevenfold.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import io.sevenfold.delivery.WorkerTransactions;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/** What the code of every service keeps to. */
final class HouseRules {

    private static final List<String> SERVICES = List.of("contacts", "interactions", "cadence", "notifier");

    private static final ArchRule TIME_COMES_FROM_THE_CLOCK_GIVEN = noClasses()
            .should()
            .callMethodWhere(describe("the system's time is asked", HouseRules::asksTheSystemsTime))
            .orShould()
            .callConstructor(Date.class)
            .because("the domain clock is injected");

    private static final ArchRule REQUESTS_DO_NOT_WORK_AS_THE_WORKER = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .or()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(WorkerTransactions.class)
            .because("row-level security guards the app role only");

    private static final ArchRule TRANSACTIONS_ARE_OF_ONE_KIND = noMethods()
            .that()
            .areDeclaredInClassesThat(describe("use the worker's transactions", HouseRules::usesTheWorker))
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("the worker's transactions are outside JTA, whose rollback would not undo them")
            .allowEmptyShould(true);

    private static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|D(to|TO))");

    private HouseRules() {}

    /** @param name the service's, as its package is called */
    static List<ArchRule> ofService(String name) {
        return List.of(
                TIME_COMES_FROM_THE_CLOCK_GIVEN,
                REQUESTS_DO_NOT_WORK_AS_THE_WORKER,
                TRANSACTIONS_ARE_OF_ONE_KIND,
                NAMES_SAY_WHAT_A_CLASS_DOES,
                knowsNoOther(name));
    }

    private static ArchRule knowsNoOther(String name) {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others(name).toArray(String[]::new))
                .because("services know each other by their events only");
    }

    private static Stream<String> others(String name) {
        return SERVICES.stream()
                .filter(service -> !service.equals(name))
                .map(service -> "io.sevenfold." + service + "..");
    }

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
