package io.sevenfold.infra;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Gives a service under {@code @QuarkusTest} its database, broker, mail server and signing keys, and its settings for them.
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "contacts"))
 * class ContactsTest { … ServiceTestResource.tokens().token("acme", "app", null, Duration.ofMinutes(5)) … }
 * }</pre>
 *
 * <p>All test classes of a run share one set, so a test uses a workspace of its own. (Classes with another test profile are a run
 * of their own to Quarkus: it loads them, and this class, anew.)
 */
public final class ServiceTestResource implements QuarkusTestResourceLifecycleManager {

    private static TestInfra infra;

    private static String service;

    @Override
    public void init(Map<String, String> args) {
        service = args.get("service");
        if (service == null) {
            throw new IllegalArgumentException("ServiceTestResource needs the argument \"service\"");
        }
    }

    @Override
    public Map<String, String> start() {
        infra = TestInfra.start();
        infra.postgres().createServiceDatabase(service);
        Map<String, String> settings = new HashMap<>();
        settings.put("sevenfold.database.url", infra.postgres().jdbcUrl(service));
        for (String role : new String[] {"owner", "worker", "app"}) {
            settings.put("sevenfold.database." + role + ".password", service + "_" + role);
        }
        settings.put("kafka.bootstrap.servers", infra.kafka().bootstrapServers());
        settings.put("sevenfold.jwt.issuer", SigningKeys.ISSUER);
        settings.put("sevenfold.jwt.public-key-location", infra.tokens().publicKeyLocation());
        settings.put("mp.jwt.verify.issuer", SigningKeys.ISSUER);
        // The key itself, since Quarkus makes up one for tests that a location would not displace.
        settings.put("mp.jwt.verify.publickey", infra.tokens().publicKey());
        settings.put("sevenfold.links.signing-key", infra.links().signing().toString());
        settings.put("sevenfold.links.public-keys", infra.links().published().toString());
        settings.put("sevenfold.smtp.host", "127.0.0.1");
        settings.put("sevenfold.smtp.port", Integer.toString(infra.mail().port()));
        return settings;
    }

    @Override
    public void stop() {
        if (infra != null) {
            infra.stop();
            infra = null;
        }
    }

    /** The database of the service under test, as its superuser. */
    static DataSource database() {
        return infra.postgres().superuser(service);
    }

    public static PostgresServer postgres() {
        return infra.postgres();
    }

    public static KafkaBroker kafka() {
        return infra.kafka();
    }

    public static MailServer mail() {
        return infra.mail();
    }

    public static SigningKeys tokens() {
        return infra.tokens();
    }

    public static LinkKeys links() {
        return infra.links();
    }
}
