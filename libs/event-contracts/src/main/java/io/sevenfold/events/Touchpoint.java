package io.sevenfold.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A dated instance of a cadence's step for a contact, or an extra one that an event called for.
 *
 * @param step number in the cadence, from 1; null for extra ones
 * @param guidance what to do, with the contact's name filled in
 * @param dueOn local date in the owner's zone (T1); null while the plan waits without dates (P9)
 * @param reasons why on that date, in order (P4)
 * @param why the date and its reasons in one English sentence; null where there is no date
 * @param repId who is to do it: the owner, or in their absence who covers for them (P9); null: nobody
 */
public record Touchpoint(
        UUID id,
        Integer step,
        TouchpointKind kind,
        TouchpointState state,
        Channel channel,
        Intent intent,
        String guidance,
        LocalDate dueOn,
        List<Reason> reasons,
        String why,
        UUID repId) {}
