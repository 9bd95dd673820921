package io.sevenfold.local;

import io.sevenfold.infra.SigningKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code deploy/local/token}: a token that the services of the local stack accept, valid for twelve hours. */
final class PrintToken {

    private static final String USAGE = "Usage: deploy/local/token WORKSPACE app|rep|manager|admin [REP_ID]";
    private static final Pattern WORKSPACE = Pattern.compile("[a-z0-9-]{1,63}");
    private static final List<String> ROLES = List.of("app", "rep", "manager", "admin");
    private static final Duration VALID = Duration.ofHours(12);

    private PrintToken() {}

    /** @param arguments the repository, then what was typed */
    public static void main(String[] arguments) {
        Command.run(() -> {
            List<String> typed = List.of(arguments).subList(1, arguments.length);
            System.out.println(token(StateFolder.of(Path.of(arguments[0])), typed));
            return 0;
        });
    }

    static String token(StateFolder state, List<String> typed) {
        if (typed.size() < 2 || typed.size() > 3) {
            throw new UsageException(USAGE);
        }
        String workspace = typed.get(0);
        String role = typed.get(1);
        String rep = typed.size() == 3 ? typed.get(2) : null;
        if (!WORKSPACE.matcher(workspace).matches()) {
            throw new UsageException("%s is no workspace: 1 to 63 of a-z, 0-9 and -".formatted(workspace));
        }
        if (!ROLES.contains(role)) {
            throw new UsageException("%s is no role: app, rep, manager or admin".formatted(role));
        }
        if (role.equals("rep") && rep == null) {
            throw new UsageException("The role rep needs the rep's id: deploy/local/token WORKSPACE rep REP_ID");
        }
        if (rep != null && !isId(rep)) {
            throw new UsageException("%s is no id: a UUID".formatted(rep));
        }
        if (!SigningKeys.existIn(state.keys())) {
            throw new UsageException("The stack was never started, so there is no key yet; run deploy/local/up");
        }
        return SigningKeys.in(state.keys()).token(workspace, role, rep, VALID);
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
