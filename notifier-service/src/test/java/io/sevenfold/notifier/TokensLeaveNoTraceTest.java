package io.sevenfold.notifier;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.http.TestHTTPResource;
import io.sevenfold.infra.ServiceTestResource;
import io.sevenfold.rest.links.Link;
import io.sevenfold.rest.links.Link.Purpose;
import io.sevenfold.rest.links.LinkSigner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jboss.logmanager.ExtFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token is a key: what the service tells of itself does not hold it, whether it opened something or not. */
@NotifierServiceTest
class TokensLeaveNoTraceTest {

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        lines.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(lines);
    }

    @Test
    void neitherInLogsNorInSpansNorInMetrics() {
        // Given
        String good = token(Duration.ofDays(14));
        String expired = token(Duration.ofDays(-1));
        String broken = good.substring(0, good.length() - 5);

        // When
        for (String token : List.of(good, expired, broken)) {
            given().get("/unsubscribe/" + token);
            given().head("/unsubscribe/" + token);
            given().post("/unsubscribe/" + token);
            given().delete("/unsubscribe/" + token);
            given().get("/unsubscribe/" + token + "/more?and=more");
        }
        given().get("/v1/reminders");
        await().until(() -> SpansOfTests.ENDED.stream().anyMatch(span -> span.contains("/v1/reminders")));

        // Then
        String head = good.substring(0, 40);
        String tail = good.substring(good.length() - 60, good.length() - 10);
        for (String part : List.of(head, tail)) {
            assertEquals(
                    List.of(),
                    lines.all.stream().filter(line -> line.contains(part)).toList());
            assertEquals(
                    List.of(),
                    SpansOfTests.ENDED.stream()
                            .filter(span -> span.contains(part))
                            .toList());
            assertFalse(given().get(metrics).asString().contains(part));
        }
    }

    private static String token(Duration validFor) {
        Workspace acme = Workspace.known();
        return LinkSigner.of(ServiceTestResource.links().signing())
                .sign(new Link(
                        Purpose.UNSUBSCRIBE,
                        acme.name(),
                        acme.repId(),
                        null,
                        null,
                        DomainClockOfTests.CLOCK.instant().plus(validFor)));
    }

    private static final class Lines extends Handler {

        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            all.add(ExtFormatter.wrap(new SimpleFormatter(), true).formatMessage(line) + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
