package io.sevenfold.local;

/**
 * What {@code deploy/local/up} was asked for.
 *
 * @param fresh empty the state first
 * @param infra start the infrastructure only
 * @param demo tell the story once all is ready
 * @param help say how it is used
 */
record UpOptions(boolean fresh, boolean infra, boolean demo, boolean help) {

    static final String USAGE = """
            Usage: deploy/local/up [--fresh] [--demo | --infra]

            Builds what is not built, starts PostgreSQL, Kafka, an SMTP server and the four services, and stays until Ctrl-C.

              --fresh   start empty: forget data, mails, logs, keys and the moved clock
              --demo    then add people and watch a few weeks of their story
              --infra   only the infrastructure; then, for mvn quarkus:dev on one service, source .local/<service>.env
              --help    this

            Ports: CONTACTS_PORT 8081, INTERACTIONS_PORT 8082, CADENCE_PORT 8083, NOTIFIER_PORT 8084,
                   CONTACTS_MANAGEMENT_PORT 9081 (health, metrics, operations) and so on, to NOTIFIER_MANAGEMENT_PORT 9084,
                   SMTP_PORT 1025, KAFKA_PORT 19092, POSTGRES_PORT 15432
            State: .local/ (data, logs/<service>.log, mail/*.eml, keys, clock)
            See also: deploy/local/token, deploy/local/clock""";

    /** @throws UsageException for an option that does not exist */
    static UpOptions parse(String... arguments) {
        boolean fresh = false;
        boolean infra = false;
        boolean demo = false;
        boolean help = false;
        for (String argument : arguments) {
            switch (argument) {
                case "--fresh" -> fresh = true;
                case "--infra" -> infra = true;
                case "--demo" -> demo = true;
                case "--help", "-h" -> help = true;
                default ->
                    throw new UsageException("Unknown option %s; see deploy/local/up --help".formatted(argument));
            }
        }
        if (demo && infra) {
            throw new UsageException("--demo needs the services, which --infra leaves out");
        }
        return new UpOptions(fresh, infra, demo, help);
    }
}
