package io.sevenfold.notifier;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** Somebody who speaks to the management port, from the machine itself. */
public final class Operator {

    private Operator() {}

    public static RequestSpecification operator() {
        return given();
    }
}
