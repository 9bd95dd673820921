package io.sevenfold.delivery.operations;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.ManagementInterface;
import io.sevenfold.delivery.NotesResource;
import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.infra.ServiceTestResource;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "notes"))
@WithTestResource(NotesResource.class)
class OperationsTest {

    private static final String LOCALHOST = "Host: localhost";

    @TestHTTPResource(management = true)
    URI management;

    @Test
    void answerCallsFromThePodItself() throws IOException {
        assertEquals(200, status("127.0.0.1", "127.0.0.1", LOCALHOST));
        assertEquals(200, status("127.0.0.1", "127.0.0.1", "Host: localhost:9000"));
        assertEquals(200, status("127.0.0.1", "127.0.0.1", "Host: 127.0.0.1:9000"));
    }

    @Test
    void answerNobodyElse() throws IOException {
        // Given a sidecar that lets calls in, as Istio's does from 127.0.0.6
        assertEquals(403, status("127.0.0.6", "127.0.0.1", LOCALHOST));
        assertEquals(403, status("127.0.0.6", "127.0.0.1", LOCALHOST, "X-Forwarded-For: 127.0.0.1"));
        assertEquals(403, status("127.0.0.6", "127.0.0.1", LOCALHOST, "Forwarded: for=127.0.0.1"));
    }

    @Test
    void answerNobodyWhoComesByTheNetwork() throws IOException {
        // Given
        Optional<String> address = addressOfThisMachine();
        assumeTrue(address.isPresent(), "This machine has a loopback address only");

        // Then
        assertEquals(403, status(address.get(), address.get(), LOCALHOST));
    }

    @Test
    void answerNoPageInTheOperatorsBrowser() throws IOException {
        assertEquals(403, status("127.0.0.1", "127.0.0.1", LOCALHOST, "Origin: https://elsewhere.example"));
        assertEquals(403, status("127.0.0.1", "127.0.0.1", LOCALHOST, "Origin: null"));
        assertEquals(403, status("127.0.0.1", "127.0.0.1", "Host: leads-here.elsewhere.example"));
    }

    @Test
    void sayWhatTheyCouldNotRead() {
        Map.of(
                        "/echo/ten?limit=2", "ten is not a whole number".replace("ten", "number"),
                        "/echo/-1", "number is not a whole number",
                        "/echo/1?limit=0", "limit is not between 1 and 200",
                        "/echo/1?limit=201", "limit is not between 1 and 200",
                        "/echo/1?limit=x", "limit is not a whole number",
                        "/echo/1?limits=2", "limits is not a parameter here; known are [limit]")
                .forEach((path, detail) -> given().get(operation(path))
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("type", equalTo("urn:sevenfold:problem:invalid-request"))
                        .body("status", equalTo(400))
                        .body("detail", containsString(detail)));
        given().get(operation("/echo/7"))
                .then()
                .statusCode(200)
                .body("number", equalTo(7))
                .body("limit", equalTo(50));
    }

    @Test
    void takeABodyOfWhichTheyKnowEachField() {
        given().body("{\"why\":\"moved\"}")
                .post(operation("/echo"))
                .then()
                .statusCode(200)
                .body("why", equalTo("moved"));
        for (String body : List.of("", "null", "{", "[]", "{\"wyh\":\"moved\"}")) {
            given().body(body)
                    .post(operation("/echo"))
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:sevenfold:problem:invalid-request"));
        }
        given().body("{\"wyh\":\"moved\"}").post(operation("/echo")).then().body("detail", containsString("wyh"));
    }

    @Test
    void sayWhatIsAway() {
        given().get(operation("/fails/database"))
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", equalTo("urn:sevenfold:problem:database-away"));
        given().get(operation("/fails/kafka"))
                .then()
                .statusCode(503)
                .body("type", equalTo("urn:sevenfold:problem:kafka-away"));
        given().get(operation("/fails/fault"))
                .then()
                .statusCode(500)
                .body("type", equalTo("urn:sevenfold:problem:unexpected"))
                .body("detail", equalTo("It was logged; nothing was changed."));
    }

    private URI operation(String path) {
        return URI.create("http://localhost:" + management.getPort() + "/operations" + path);
    }

    /** By a socket of its own, for no client lets one choose the address that a call comes from. */
    private int status(String from, String to, String... headers) throws IOException {
        try (Socket socket = new Socket(to, management.getPort(), InetAddress.getByName(from), 0)) {
            String request = "GET /operations/echo/1 HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 "), answer);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    private static Optional<String> addressOfThisMachine() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                .map(InetAddress::getHostAddress)
                .findAny();
    }

    record Why(String why) {}

    /** Operations that say what they were asked, or fail. */
    @Singleton
    static class Echo {

        private final Operations operations;
        private final WorkerTransactions transactions;

        Echo(Operations operations, WorkerTransactions transactions) {
            this.operations = operations;
            this.transactions = transactions;
        }

        void routes(@Observes ManagementInterface management) {
            operations.look(management, "/operations/echo/:number", call -> {
                call.knowsOnly("limit");
                return Map.of("number", call.number("number"), "limit", call.limit());
            });
            operations.act(management, "/operations/echo", call -> call.body(Why.class));
            operations.look(management, "/operations/fails/:how", this::fail);
        }

        private Object fail(OperatorsCall call) {
            return switch (call.path("how")) {
                case "database" ->
                    transactions.call(connection -> connection
                            .createStatement()
                            .execute("do $$ begin raise exception using errcode = '57P01'; end $$"));
                case "kafka" -> throw new TimeoutException("Kafka does not answer");
                default -> throw new IllegalStateException("A fault");
            };
        }
    }
}
