package io.sevenfold.image;

import io.sevenfold.chart.Chart;
import io.sevenfold.chart.Resource;
import io.sevenfold.infra.KafkaBroker;
import io.sevenfold.infra.LinkKeys;
import io.sevenfold.infra.MailServer;
import io.sevenfold.infra.PostgresServer;
import io.sevenfold.infra.SevenfoldTopics;
import io.sevenfold.infra.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What pods of the chart find in their cluster: a database, a broker, a mail server, and the Secrets and ConfigMaps they name. */
final class Cluster implements AutoCloseable {

    private static final String VALUES = """
            host: sevenfold.example.com
            database: { host: 127.0.0.1, port: %d, sslMode: disable }
            kafka: { authentication: none, bootstrapServers: "%s" }
            jwt: { issuer: "%s", existingConfigMap: { name: tokens } }
            smtp: { host: 127.0.0.1, port: %d, tls: none, allowPlainText: true }
            """;

    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final MailServer mail;
    private final SigningKeys tokens;
    private final List<Resource> chart;
    private final Map<String, String> values = new HashMap<>();

    Cluster(Path folder, List<String> services) {
        postgres = PostgresServer.start(folder.resolve("postgres"), 0, false);
        kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
        kafka.createTopics(SevenfoldTopics.all());
        mail = MailServer.start(folder.resolve("mail"), 0);
        tokens = SigningKeys.in(folder.resolve("keys"));
        LinkKeys links = LinkKeys.in(folder.resolve("keys"));
        values.put("tokens/jwks.json", tokens.publicKey());
        values.put("sevenfold-links/jwks.json", text(links.published()));
        values.put("sevenfold-links/private.jwk", text(links.signing()));
        for (String service : services) {
            postgres.createServiceDatabase(service);
            for (String role : List.of("owner", "worker", "app")) {
                values.put("sevenfold-%s-%s/password".formatted(service, role), service + "_" + role);
            }
        }
        chart = Chart.madeOf(
                VALUES.formatted(postgres.port(), kafka.bootstrapServers(), SigningKeys.ISSUER, mail.port()));
    }

    /** The chart's Job that migrates a service's database. */
    Resource migrations(String service) {
        return only("Job", service + "-migrations");
    }

    Resource deployment(String service) {
        return only("Deployment", service);
    }

    /** What a Secret or ConfigMap has under a key. */
    String value(String name, String key) {
        String value = values.get(name + "/" + key);
        if (value == null) {
            throw new IllegalStateException("No %s in %s".formatted(key, name));
        }
        return value;
    }

    SigningKeys tokens() {
        return tokens;
    }

    @Override
    public void close() {
        mail.close();
        kafka.close();
        postgres.close();
    }

    private Resource only(String kind, String component) {
        return chart.stream()
                .filter(resource -> resource.kind().equals(kind))
                .filter(resource -> resource.at("/metadata/labels/app.kubernetes.io~1component")
                        .asText()
                        .equals(component))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
