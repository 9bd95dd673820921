package io.sevenfold.cadence;

import static io.restassured.RestAssured.given;
import static io.sevenfold.cadence.Database.eventually;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Health and metrics are for operators: on a port of their own, where no caller of the API comes. */
@CadenceServiceTest
class ManagementPortTest {

    @TestHTTPResource(management = true)
    URI management;

    @Test
    void hasHealthAndMetricsWhichTheApisPortDoesNotKnow() {
        for (String path :
                List.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics")) {
            given().get(path).then().statusCode(404);
            given().get(management.resolve(path)).then().statusCode(200);
        }
        given().get(management.resolve("/q/health/ready")).then().body("status", equalTo("UP"));
        given().get(management.resolve("/q/metrics")).then().body(containsString("sevenfold_relay_leader"));
    }

    @Test
    void leavesTheDescriptionOfTheApiOnItsPort() {
        given().get("/q/openapi").then().statusCode(200);
        given().get(management.resolve("/q/openapi")).then().statusCode(404);
    }

    @Test
    void isAskedWithoutATrace() {
        // Given
        SpansOfTests.ENDED.clear();

        // When
        for (String path : List.of("/health/ready", "/health/live", "/metrics")) {
            given().get(management.resolve("/q" + path)).then().statusCode(200);
        }
        given().get("/v1/cadences");
        eventually().until(() -> SpansOfTests.ENDED.stream().anyMatch(span -> span.contains("/v1/cadences")));

        // Then
        assertEquals(
                List.of(),
                SpansOfTests.ENDED.stream().filter(span -> span.contains("/q/")).toList());
    }
}
