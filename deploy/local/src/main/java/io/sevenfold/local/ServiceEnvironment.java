package io.sevenfold.local;

import io.sevenfold.infra.LinkKeys;
import io.sevenfold.infra.SigningKeys;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings of a service in a local stack, as environment variables. */
record ServiceEnvironment(StateFolder state, Ports ports, SigningKeys tokens, LinkKeys links) {

    /**
     * @param replica which of the service's processes it is, from 1
     * @param port that of its API
     * @param management that of its health, metrics and operations
     */
    Map<String, String> of(Service service, int replica, int port, int management) {
        String id = service.id();
        Map<String, String> variables = new TreeMap<>();
        variables.put("QUARKUS_PROFILE", "local");
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        variables.put(
                "SEVENFOLD_DATABASE_URL",
                "jdbc:postgresql://localhost:%d/%s".formatted(ports.number(Port.POSTGRES), id));
        variables.put("SEVENFOLD_DATABASE_OWNER_PASSWORD", id + "_owner");
        variables.put("SEVENFOLD_DATABASE_WORKER_PASSWORD", id + "_worker");
        variables.put("SEVENFOLD_DATABASE_APP_PASSWORD", id + "_app");
        variables.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.number(Port.KAFKA));
        variables.put("SEVENFOLD_KAFKA_INSTANCE_ID", id + "-" + replica);
        variables.put("SEVENFOLD_JWT_ISSUER", SigningKeys.ISSUER);
        variables.put("SEVENFOLD_JWT_PUBLIC_KEY_LOCATION", tokens.publicKeyLocation());
        variables.put("SEVENFOLD_CLOCK_FILE", state.clock().toString());
        if (service == Service.NOTIFIER || service == Service.CADENCE) {
            variables.put("SEVENFOLD_LINKS_PUBLIC_KEYS", links.published().toString());
            variables.put("SEVENFOLD_LINKS_PAGES_URL", "http://localhost:" + ports.number(Service.CADENCE.port()));
        }
        if (service == Service.NOTIFIER) {
            variables.put("SEVENFOLD_LINKS_SIGNING_KEY", links.signing().toString());
            variables.put(
                    "SEVENFOLD_LINKS_PREFERENCES_URL", "http://localhost:" + ports.number(Service.NOTIFIER.port()));
            variables.put("SEVENFOLD_SMTP_HOST", "127.0.0.1");
            variables.put("SEVENFOLD_SMTP_PORT", Integer.toString(ports.number(Port.SMTP)));
        }
        return variables;
    }

    /** The same, for a shell to source. */
    static String toShell(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(variable -> "export %s='%s'%n"
                        .formatted(variable.getKey(), variable.getValue().replace("'", "'\\''")))
                .collect(Collectors.joining());
    }
}
