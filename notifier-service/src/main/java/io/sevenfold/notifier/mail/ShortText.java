package io.sevenfold.notifier.mail;

import io.sevenfold.language.Phrases;
import io.sevenfold.notifier.mail.MailContent.Row;
import java.util.Locale;

/** Tells of a touchpoint in a line: in a list, or in a subject. */
record ShortText(Touch touch) {

    Row row() {
        String give = touch.isReplyOwed()
                ? ""
                : ": " + Phrases.give(touch.touchpoint().intent());
        String answerBy = touch.answerBy() == null ? null : "answer by " + touch.answerBy();
        return new Row(
                Phrases.capitalised(toDo() + give),
                Line.joined(", ", touch.label(), answerBy),
                touch.page().href());
    }

    /** What to do with whom, to go on a sentence: {@code call Ada Lovelace (Engines)}. */
    String toDo() {
        return toDo(touch.whoAndWhere());
    }

    /** The same without where they are. */
    String toDoByName() {
        return toDo(touch.name());
    }

    /** Of a mail that is about this touchpoint only. */
    String subject() {
        return switch (touch.item().occasion()) {
            case REPLY -> "Reply owed: " + whoWrote();
            case WARNING ->
                "Answer by " + touch.letter().time().time(touch.owed().answerBy()) + ": " + whoWrote();
            case ESCALATION ->
                "Reply overdue: " + touch.whoOwes("a colleague") + " owes " + touch.whoAndWhere() + " an answer";
            default ->
                touch.whoAndWhere() + ": " + Phrases.give(touch.touchpoint().intent()) + ofHowMany();
        };
    }

    private String toDo(String whom) {
        return touch.isReplyOwed()
                ? "reply to " + whom
                : Phrases.reachOut(touch.touchpoint().channel(), whom);
    }

    private String ofHowMany() {
        return touch.touchpoint().step() == null ? "" : " – " + touch.kind().toLowerCase(Locale.ROOT);
    }

    private String whoWrote() {
        return touch.theirs() == null
                ? touch.name()
                : touch.name() + " " + MailWords.reachedOut(touch.theirs().channel()) + " on "
                        + touch.letter().time().date(touch.theirs().occurredAt());
    }
}
