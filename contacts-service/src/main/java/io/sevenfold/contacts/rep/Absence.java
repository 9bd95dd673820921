package io.sevenfold.contacts.rep;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Whole local dates a rep is away, both ends included (T2).
 *
 * @param coverRepId who takes their touchpoints meanwhile (P9); null for nobody
 */
@Embeddable
public record Absence(
        @NotNull(message = "is required") @Column(name = "from_date")
        LocalDate from,

        @NotNull(message = "is required") @Column(name = "to_date")
        LocalDate to,

        UUID coverRepId) {

    boolean overlaps(Absence other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    Absence withoutCover() {
        return new Absence(from, to, null);
    }
}
