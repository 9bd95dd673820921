package io.sevenfold.cadence.cadence;

import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.events.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of a cadence as clients see it. */
@Schema(name = "Cadence")
record CadenceView(
        UUID id,
        int version,
        String name,
        Purpose purpose,
        Reenrollment reenrollment,
        int quietDays,
        List<StepFields> steps,

        @Schema(description = "When this version was; none of those a workspace starts with")
        Instant createdAt,

        String createdBy,
        Instant retiredAt,
        String retiredBy,

        @Schema(description = "The version that active enrollments are being taken to; none once all are")
        Integer applying,

        @Schema(description = "Of one that is read alone: its versions, the newest first")
        List<Version> versions) {

    /** One of a cadence's versions. */
    @Schema(name = "CadenceVersion")
    record Version(int version, String name, Instant createdAt, String createdBy) {

        private static Version of(StoredCadence it) {
            return new Version(it.cadence().version(), it.cadence().name(), made(it), it.createdBy());
        }
    }

    static CadenceView of(StoredCadence it) {
        return of(it, null);
    }

    /** @param versions all of it; null: not shown */
    static CadenceView of(StoredCadence it, List<StoredCadence> versions) {
        Cadence cadence = it.cadence();
        return new CadenceView(
                cadence.id(),
                cadence.version(),
                cadence.name(),
                cadence.purpose(),
                it.reenrollment(),
                it.quietDays(),
                cadence.steps().stream().map(StepFields::of).toList(),
                made(it),
                it.createdBy(),
                it.retiredAt(),
                it.retiredBy(),
                it.applying(),
                versions == null ? null : versions.stream().map(Version::of).toList());
    }

    /** Null: the workspace started with it. */
    private static Instant made(StoredCadence it) {
        return it.createdBy() == null ? null : it.createdAt();
    }
}
