package io.sevenfold.notifier.mail;

import java.util.List;

/**
 * What a reminder says, in the order it says it (N5). Nothing in it is escaped; what is not known is null.
 *
 * @param today the day it is sent, as the rep writes it
 * @param label which touch of how many, or what kind
 * @param who the contact's name
 * @param role their title and company
 * @param toDo what to do and to give, as a sentence
 * @param links how to reach them
 * @param theirTime their clock, for a call
 * @param answerBy until when a reply is owed
 * @param notice what must not be overlooked
 * @param before what the story is, as a heading
 * @param story what happened last between them
 * @param reasons why today, as sentences, in order
 */
public record ReminderContent(
        String subject,
        String today,
        String label,
        String who,
        String role,
        String toDo,
        String guidance,
        List<Link> links,
        String theirTime,
        String answerBy,
        String notice,
        String before,
        List<Told> story,
        List<String> reasons) {

    /** Something to touch on a phone. */
    public record Link(String text, String href) {}

    /**
     * An interaction, told.
     *
     * @param sentence who did what, and what came of it
     * @param words a person's own
     */
    public record Told(String when, String sentence, String words, String gave) {}
}
