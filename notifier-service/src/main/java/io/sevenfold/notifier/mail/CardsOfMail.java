package io.sevenfold.notifier.mail;

import io.sevenfold.notifier.mail.MailContent.Card;
import io.sevenfold.notifier.mail.MailContent.Row;
import io.sevenfold.notifier.mail.MailContent.Section;
import io.sevenfold.notifier.mail.ReminderFacts.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells of touchpoints in full while there is room, and of the rest in a line each: Gmail cuts a mail off at about 100 kB, and
 * nobody reads that much.
 */
final class CardsOfMail {

    static final int TOLD_IN_FULL = 12;
    static final int LISTED = 60;

    private final Letter letter;
    private int told;
    private int listed;

    CardsOfMail(Letter letter) {
        this.letter = letter;
    }

    /** None where there is nothing. What another mail announced is only listed; the first sections asked for are told in full. */
    List<Section> section(String heading, String lead, List<Item> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        List<Card> cards = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        int left = 0;
        for (Item item : items) {
            CardText touch = new CardText(letter, item);
            if (item.announced() && told < TOLD_IN_FULL) {
                told++;
                cards.add(touch.card());
            } else if (listed < LISTED) {
                listed++;
                rows.add(touch.row());
            } else {
                left++;
            }
        }
        if (left > 0) {
            rows.add(new Row("And " + left + " more", "they stand on My day", null));
        }
        return List.of(Section.of(heading, lead).with(cards, rows));
    }
}
