package io.sevenfold.local;

import java.util.List;
import java.util.stream.Collectors;

/** A service ended that should not have, or never became ready; the message has the end of its log. */
public final class ServiceFailure extends RuntimeException {

    private static final int LOG_LINES = 30;

    ServiceFailure(ServiceProcess service, String what) {
        super(describe(service, what));
    }

    private static String describe(ServiceProcess service, String what) {
        List<String> log = service.endOfLog(LOG_LINES);
        return "%s %s; the end of %s:%n%s"
                .formatted(
                        service.name(),
                        what,
                        service.log(),
                        log.stream().map(line -> "  " + line).collect(Collectors.joining(System.lineSeparator())));
    }
}
