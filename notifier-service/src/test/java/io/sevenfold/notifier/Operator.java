package io.sevenfold.notifier;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody who speaks to the management port, from the machine itself. */
public final class Operator {

    private Operator() {}

    public static RequestSpecification operator() {
        URI health = URI.create(ConfigProvider.getConfig().getValue("test.management.url", String.class));
        return given().baseUri(health.resolve("/").toString());
    }
}
