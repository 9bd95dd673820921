package io.sevenfold.local;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table of what runs where. */
record Addresses(StateFolder state, Ports ports) {

    private record Row(String what, String where) {}

    String table(boolean withServices) {
        List<Row> rows = new ArrayList<>();
        if (withServices) {
            for (Service service : Service.values()) {
                String url = "http://localhost:" + ports.number(service.port());
                rows.add(new Row(
                        service.id(),
                        "%s/v1   %s/q/swagger-ui   health, metrics, operations: %d"
                                .formatted(url, url, ports.number(service.management()))));
            }
        }
        rows.add(new Row(
                "PostgreSQL",
                "jdbc:postgresql://localhost:%d/<service>   user and password <service>_owner"
                        .formatted(ports.number(Port.POSTGRES))));
        rows.add(new Row("Kafka", "127.0.0.1:" + ports.number(Port.KAFKA)));
        rows.add(new Row("SMTP", "127.0.0.1:" + ports.number(Port.SMTP)));
        rows.add(new Row("mails", state.mail() + "/*.eml"));
        rows.add(new Row("logs", state.logs() + "/*.log"));
        rows.add(
                withServices
                        ? new Row("tokens", "deploy/local/token WORKSPACE app|rep|manager|admin [REP_ID]")
                        : new Row("settings", state.root() + "/<service>.env"));
        return rows.stream()
                .map(row -> "  %-13s %s".formatted(row.what, row.where))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
