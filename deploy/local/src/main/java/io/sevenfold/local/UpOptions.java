package io.sevenfold.local;

/**
 * What {@code deploy/local/up} was asked for.
 *
 * @param fresh empty the state first
 * @param infra start the infrastructure only
 * @param help say how it is used
 */
record UpOptions(boolean fresh, boolean infra, boolean help) {

    static final String USAGE = """
            Usage: deploy/local/up [--fresh] [--infra]

            Builds what is not built, starts PostgreSQL, Kafka, an SMTP server and the four services, and stays until Ctrl-C.

              --fresh   start empty: forget data, mails, logs, keys and the moved clock
              --infra   only the infrastructure; then, for mvn quarkus:dev on one service, source .local/<service>.env
              --help    this

            Ports: CONTACTS_PORT 8081, INTERACTIONS_PORT 8082, CADENCE_PORT 8083, NOTIFIER_PORT 8084,
                   SMTP_PORT 1025, KAFKA_PORT 19092, POSTGRES_PORT 15432
            State: .local/ (data, logs/<service>.log, mail/*.eml, keys, clock)
            See also: deploy/local/token, deploy/local/clock""";

    /** @throws UsageException for an option that does not exist */
    static UpOptions parse(String... arguments) {
        boolean fresh = false;
        boolean infra = false;
        boolean help = false;
        for (String argument : arguments) {
            switch (argument) {
                case "--fresh" -> fresh = true;
                case "--infra" -> infra = true;
                case "--help", "-h" -> help = true;
                default ->
                    throw new UsageException("Unknown option %s; see deploy/local/up --help".formatted(argument));
            }
        }
        return new UpOptions(fresh, infra, help);
    }
}
