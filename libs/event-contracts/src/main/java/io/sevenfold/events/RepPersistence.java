package io.sevenfold.events;

import java.util.List;
import java.util.UUID;

/**
 * How far a rep stays with people: of the connect enrollments that started in a period.
 *
 * @param started how many
 * @param reached how many had at least one touch done, at least two, and so on to seven
 * @param gaveUp how many a person ended with fewer than five touches done
 * @param replied how many brought a word of theirs
 */
public record RepPersistence(UUID repId, long started, List<Long> reached, long gaveUp, long replied) {}
