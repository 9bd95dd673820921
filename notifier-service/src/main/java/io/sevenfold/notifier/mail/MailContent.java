package io.sevenfold.notifier.mail;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a mail says, in the order it says it, as HTML and as text alike. Nothing in it is escaped; what is not known is null.
 *
 * @param preview what a list of mails shows after the subject
 * @param today the day it is sent, as the rep writes it
 * @param title the heading; null for a mail of one touchpoint, whose card is its own
 * @param lead the sentence under the title
 * @param myDay the page of the rep's day; null where the mail is about something else
 * @param unsubscribe the page that offers fewer mails
 * @param pictures what the HTML shows inline, PNGs by their Content-ID
 */
public record MailContent(
        String subject,
        String preview,
        String today,
        String title,
        String lead,
        List<Section> sections,
        Link myDay,
        Link unsubscribe,
        Map<String, byte[]> pictures) {

    /** Something to touch on a phone. */
    public record Link(String text, String href) {}

    /**
     * What belongs under one heading.
     *
     * @param cards touchpoints, told in full
     * @param rows told in a line each
     * @param week how far the team stays with people
     * @param more where the rest is
     */
    public record Section(String heading, String lead, List<Card> cards, List<Row> rows, Week week, Link more) {

        static Section of(String heading, String lead) {
            return new Section(heading, lead, List.of(), List.of(), null, null);
        }

        Section with(List<Card> told, List<Row> listed) {
            return new Section(heading, lead, told, listed, week, more);
        }

        Section with(Week shown) {
            return new Section(heading, lead, cards, rows, shown, more);
        }

        Section with(Link rest) {
            return new Section(heading, lead, cards, rows, week, rest);
        }
    }

    /**
     * A touchpoint, told in full (N5).
     *
     * @param label which touch of how many, or what kind
     * @param urgent whether somebody waits
     * @param who the contact's name
     * @param role their title and company
     * @param stage how connected they are, in words
     * @param links how to reach them
     * @param notice what must not be overlooked
     * @param toDo what to do and to give, as a sentence
     * @param theirTime their clock, for a call
     * @param answerBy until when a reply is owed
     * @param before what the story is, as a heading
     * @param story what happened last between them
     * @param reasons why today, as sentences, in order
     * @param page the touchpoint's page, on which all that can be done is offered
     * @param actions what can be done, each on its page (N6), the likeliest first
     */
    public record Card(
            String label,
            boolean urgent,
            String who,
            String role,
            String stage,
            List<Link> links,
            String notice,
            String toDo,
            String guidance,
            String theirTime,
            String answerBy,
            String before,
            List<Told> story,
            List<String> reasons,
            Link page,
            List<Link> actions) {}

    /**
     * An interaction, told.
     *
     * @param sentence who did what, and what came of it
     * @param words a person's own
     */
    public record Told(String when, String sentence, String words, String gave) {}

    /** A line: what it is about, and what is to be said of it. */
    public record Row(String text, String detail, String href) {}

    /**
     * How far a team stays with people: a picture with its numbers.
     *
     * @param picture the Content-ID
     * @param alt the picture in words
     * @param steps the headings of the numbers' columns
     * @param lines the team first, then each rep
     */
    public record Week(String picture, String alt, List<String> steps, List<Persistence> lines) {

        /** The heading of plain text's columns, each five wide. */
        public String columns() {
            return steps.stream().map("%5s"::formatted).collect(Collectors.joining());
        }
    }

    /**
     * @param reached how many had the first touch done, the second, …
     * @param detail the rest in words
     */
    public record Persistence(String name, List<Reached> reached, String detail) {

        /** The numbers in plain text's columns. */
        public String columns() {
            return reached.stream().map(each -> "%5d".formatted(each.count())).collect(Collectors.joining());
        }
    }

    /** @param shade 0 to 4: how large a part of those started this is */
    public record Reached(long count, int shade) {}
}
