package io.sevenfold.delivery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransienceTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25006", "40001", "40P01", "53300", "55P03", "57014", "57P01", "58030"})
    void waitsForWhatTimeHeals(String state) {
        // Given
        SQLException refused = new SQLException("refused", state);

        // Then
        assertTrue(Transience.of(refused));
        assertTrue(Transience.of(new IllegalStateException(new DatabaseFailure(refused, true))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22P02", "23502", "23505", "23514", "42P01"})
    void doesNotWaitForWhatIsWrongForEver(String state) {
        assertFalse(Transience.of(new DatabaseFailure(new SQLException("refused", state), true)));
    }
}
