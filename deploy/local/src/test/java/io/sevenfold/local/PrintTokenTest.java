package io.sevenfold.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.infra.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintTokenTest {

    private static final String REP = "0193a1b2-0000-7000-8000-000000000001";

    @TempDir
    Path folder;

    @Test
    void namesWorkspaceRoleAndRep() {
        // Given
        StateFolder state = new StateFolder(folder);
        SigningKeys.in(state.keys());

        // When
        String token = PrintToken.token(state, List.of("acme", "rep", REP));

        // Then
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        assertTrue(claims.contains("\"workspace\":\"acme\""), claims);
        assertTrue(claims.contains("\"groups\":[\"rep\"]"), claims);
        assertTrue(claims.contains("\"rep\":\"" + REP + "\""), claims);
    }

    @ParameterizedTest
    @CsvSource({
        "acme, Usage: deploy/local/token WORKSPACE app|rep|manager|admin [REP_ID]",
        "Acme app, 'Acme is no workspace: 1 to 63 of a-z, 0-9 and -'",
        "acme boss, 'boss is no role: app, rep, manager or admin'",
        "acme rep, The role rep needs the rep's id: deploy/local/token WORKSPACE rep REP_ID",
        "acme rep 42, 42 is no id: a UUID",
        "acme app, 'The stack was never started, so there is no key yet; run deploy/local/up'"
    })
    void saysInOneLineWhatIsWrong(String typed, String message) {
        // Given
        StateFolder neverStarted = new StateFolder(folder);

        // When
        var refused =
                assertThrows(UsageException.class, () -> PrintToken.token(neverStarted, List.of(typed.split(" "))));

        // Then
        assertEquals(message, refused.getMessage());
        assertFalse(SigningKeys.existIn(neverStarted.keys()));
    }
}
