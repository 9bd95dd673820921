package io.sevenfold.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.house.ServiceArchitecture;
import jakarta.mail.Transport;
import jakarta.transaction.Transactional;
import java.util.List;

class ArchitectureTest extends ServiceArchitecture {

    private static final List<ArchRule> OWN = List.of(
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
                    .because("a request sees its own workspace only"));

    ArchitectureTest() {
        super("notifier", OWN);
    }
}
