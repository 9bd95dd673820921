package io.sevenfold.notifier.mail;

import io.sevenfold.notifier.mail.MailContent.Card;
import io.sevenfold.notifier.mail.MailContent.Row;
import io.sevenfold.notifier.mail.MailContent.Section;
import io.sevenfold.notifier.mail.ReminderFacts.Item;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells of touchpoints in full while there is room, and of the rest in a line each: Gmail cuts a mail off at about 100 kB, and
 * nobody reads that much.
 */
final class CardsOfMail {

    private static final int ROOM_FOR_CARDS = 50_000;
    private static final int LISTED = 25;

    /** Of a card's HTML, besides its texts and links. */
    private static final int CARD = 3_500;

    private final Letter letter;
    private int room = ROOM_FOR_CARDS;
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
            Touch touch = new Touch(letter, item);
            Card card = item.announced() && room > 0 ? new CardText(touch).card() : null;
            if (card != null && takesRoom(card)) {
                cards.add(card);
            } else if (listed < LISTED) {
                listed++;
                rows.add(new ShortText(touch).row());
            } else {
                left++;
            }
        }
        if (left > 0) {
            rows.add(new Row("And " + left + " more", "They stand on My day.", null));
        }
        return List.of(Section.of(heading, lead).with(cards, rows));
    }

    private boolean takesRoom(Card card) {
        room -= CARD + bytes(card);
        return room > 0;
    }

    private static int bytes(Card card) {
        return card.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
