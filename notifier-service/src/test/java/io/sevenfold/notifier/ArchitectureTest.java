package io.sevenfold.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.delivery.WorkerTransactions;
import jakarta.mail.Transport;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each rule holds for the service, and is broken by a class made to break it. */
class ArchitectureTest {

    static final List<ArchRule> RULES = List.of(
            noClasses()
                    .that()
                    .resideInAPackage("..mail..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..sending..", "..inbound..", "java.sql..")
                    .because("what a mail says knows nothing of how it is sent"),
            noClasses()
                    .that()
                    .implement(TopicConsumer.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Transport.class)
                    .orShould()
                    .dependOnClassesThat()
                    .haveSimpleName("Sender")
                    .because("consumers never send"),
            noClasses()
                    .that()
                    .resideInAPackage("..reminder..")
                    .or()
                    .areAnnotatedWith(Transactional.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(WorkerTransactions.class)
                    .because("a request sees its own workspace only"),
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .because("time is the injected clock's"));

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sevenfold.notifier");

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("io.sevenfold.notifier.broken");

    @Test
    void seesTheServicesClasses() {
        assertTrue(SERVICE.size() > 30, "too few classes to say anything");
    }

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
