package io.sevenfold.cadence.planning;

import io.sevenfold.events.Interaction;
import io.sevenfold.events.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The stage of a contact (S1), do-not-contact aside, through all that happened and the silence after it. */
final class StageHistory {

    private static final int MEANINGFUL_WHEN_CONNECTED = 5;
    private static final int THEIRS_WHEN_CONNECTED = 2;
    private static final Duration LEAST_INTERVAL = Duration.ofDays(30);

    private final Duration silence;
    private Stage stage = Stage.CARD;
    private Instant since;
    private boolean reachedOut;
    private int theirs;
    private int meaningful;
    private Instant lastTheirs;

    private StageHistory(Duration interval) {
        this.silence = interval.multipliedBy(3).dividedBy(2);
    }

    /**
     * @param interactions in the order they occurred
     * @param interval after which something of theirs is expected
     */
    static StageHistory of(List<Interaction> interactions, Duration interval, Instant now) {
        StageHistory history = new StageHistory(interval);
        for (Interaction it : interactions) {
            history.arrive(it.occurredAt());
            history.count(it);
            history.arrive(it.occurredAt());
        }
        history.arrive(now);
        return history;
    }

    /** The cadence's longest gap, at least 30 days: five working days are a week, a month has 31 days. Null: no cadence. */
    static Duration expectedInterval(Cadence cadence) {
        Duration longest = LEAST_INTERVAL;
        for (Step step : cadence == null ? List.<Step>of() : cadence.steps()) {
            Duration gap = Duration.ofDays(step.gapMonths() > 0 ? step.gapMonths() * 31L : step.gapDays() * 7L / 5);
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }

    private void count(Interaction it) {
        switch (Side.of(it)) {
            case THEIRS -> {
                theirs++;
                lastTheirs = it.occurredAt();
            }
            case OURS -> reachedOut = true;
            case NOBODYS -> {}
        }
        if (Side.isMeaningful(it)) {
            meaningful++;
        }
    }

    private void arrive(Instant at) {
        Stage before = stage;
        stage = at(at);
        if (stage != before) {
            since = switch (stage) {
                case FADING -> fadesAt();
                case LOST_TOUCH -> lostAt();
                default -> at;
            };
        }
    }

    private Stage at(Instant at) {
        if (lastTheirs == null) {
            return reachedOut ? Stage.REACHING : Stage.CARD;
        }
        if (!at.isBefore(lostAt())) {
            return Stage.LOST_TOUCH;
        }
        if (!at.isBefore(fadesAt())) {
            return Stage.FADING;
        }
        return meaningful >= MEANINGFUL_WHEN_CONNECTED && theirs >= THEIRS_WHEN_CONNECTED
                ? Stage.CONNECTED
                : Stage.IN_TOUCH;
    }

    /** More than so long: the next instant that the database can tell apart. */
    private Instant fadesAt() {
        return lastTheirs.plus(silence).plus(1, ChronoUnit.MICROS);
    }

    private Instant lostAt() {
        return lastTheirs.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
    }

    Stage stage() {
        return stage;
    }

    /** Null: it never was another. */
    Instant since() {
        return since;
    }

    /** When silence alone makes it another stage; null: it never does. */
    Instant changesAt() {
        return switch (stage) {
            case IN_TOUCH, CONNECTED -> fadesAt().isBefore(lostAt()) ? fadesAt() : lostAt();
            case FADING -> lostAt();
            default -> null;
        };
    }
}
