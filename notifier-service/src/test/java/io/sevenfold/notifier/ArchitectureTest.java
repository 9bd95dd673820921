package io.sevenfold.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sevenfold.notifier");

    @Test
    void seesTheServicesClasses() {
        assertTrue(CLASSES.size() > 30, "too few classes to say anything");
    }

    @Test
    void whatAMailSaysKnowsNothingOfHowItIsSent() {
        holds(noClasses()
                .that()
                .resideInAPackage("..notifier.mail..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..notifier.sending..", "..notifier.inbound..", "java.sql.."));
    }

    @Test
    void consumersNeverSend() {
        holds(noClasses()
                .that()
                .implement(TopicConsumer.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Transport.class)
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("Sender"));
    }

    @Test
    void requestsNeverUseTheWorkersRole() {
        holds(noClasses()
                .that()
                .resideInAPackage("..notifier.reminder..")
                .or()
                .areAnnotatedWith(Transactional.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(WorkerTransactions.class));
    }

    @Test
    void nothingTellsTheTimeWithoutAClock() {
        holds(noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC"));
    }

    private static void holds(ArchRule rule) {
        rule.check(CLASSES);
    }
}
