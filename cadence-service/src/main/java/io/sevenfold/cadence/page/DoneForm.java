package io.sevenfold.cadence.page;

import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.cadence.touchpoint.Completion;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What happened when a touchpoint was done, as a form: the outcomes in plain words that fit how they were to be reached. */
record DoneForm(List<Choice> outcomes, List<Choice> channels, List<Choice> optOuts) {

    private static final String WHOLLY = "all";

    static DoneForm of(PlannedTouchpoint it) {
        List<Choice> channels = Stream.of(Channel.values())
                .map(channel -> Choice.of(channel, word(channel)))
                .toList();
        List<Choice> optOuts = new ArrayList<>();
        optOuts.add(Choice.of(WHOLLY, "In any way"));
        Stream.of(Channel.values())
                .map(channel -> Choice.of(channel, only(channel)))
                .forEach(optOuts::add);
        return new DoneForm(outcomes(it), channels, optOuts);
    }

    /** What a form shows that nobody has filled in: what was planned; a call or a meeting has no usual end. */
    static Entered prefilled(PlannedTouchpoint it) {
        return Entered.with(Map.of(
                "outcome",
                isWritten(it.channel()) ? Outcome.NONE.toString() : "",
                "channel",
                it.channel().toString(),
                "gave",
                PageWords.gave(it.intent()),
                "optOutOf",
                WHOLLY));
    }

    /** What was entered. What does not belong to the outcome is left aside: without a script, all fields may be there. */
    static Completion read(Entered entered) {
        Outcome outcome = entered.constant("outcome", Outcome.class);
        if (outcome == null) {
            entered.refuse("outcome", "Choose what happened.");
        }
        boolean revisits = outcome == Outcome.NOT_NOW || outcome == Outcome.NO_BUDGET;
        LocalDate revisitOn = revisits ? entered.date("revisitOn") : null;
        LocalDate meetingOn = outcome == Outcome.MEETING_BOOKED ? entered.date("meetingOn") : null;
        if (outcome == Outcome.MEETING_BOOKED && meetingOn == null) {
            entered.refuse("meetingOn", "Enter the day of the meeting.");
        }
        boolean some = outcome == Outcome.NEVER && !entered.is("optOutOf", WHOLLY);
        return new Completion(
                entered.constant("channel", Channel.class),
                outcome,
                null,
                entered.text("gave"),
                entered.text("note"),
                revisitOn,
                meetingOn,
                some ? entered.constant("optOutOf", Channel.class) : null);
    }

    private static List<Choice> outcomes(PlannedTouchpoint it) {
        List<Choice> outcomes = new ArrayList<>();
        if (isWritten(it.channel())) {
            outcomes.add(Choice.of(Outcome.NONE, it.channel() == Channel.LETTER ? "I sent it" : "I wrote to them"));
            outcomes.add(Choice.of(Outcome.REPLIED, "We talked, or they answered"));
        } else {
            outcomes.add(Choice.of(Outcome.REPLIED, it.channel() == Channel.CALL ? "We talked" : "We met"));
            outcomes.add(Choice.of(
                    Outcome.NONE, it.channel() == Channel.CALL ? "I left a message" : "I got in touch otherwise"));
        }
        // A try does not answer what they asked.
        if (it.kind() != TouchpointKind.REPLY_OWED) {
            outcomes.add(Choice.of(Outcome.NO_ANSWER, "I tried and did not reach them"));
        }
        outcomes.add(Choice.of(Outcome.MEETING_BOOKED, "We booked a meeting"));
        outcomes.add(Choice.of(Outcome.NOT_NOW, "They said: not now"));
        outcomes.add(Choice.of(Outcome.NO_BUDGET, "They said: no budget"));
        outcomes.add(Choice.of(Outcome.WRONG_PERSON, "They are not the right person"));
        outcomes.add(Choice.of(Outcome.WON, "Won"));
        outcomes.add(Choice.of(Outcome.LOST, "Lost"));
        outcomes.add(Choice.of(Outcome.NEVER, "They asked not to be contacted again"));
        return outcomes;
    }

    private static boolean isWritten(Channel channel) {
        return channel != Channel.CALL && channel != Channel.MEETING;
    }

    private static String word(Channel channel) {
        return switch (channel) {
            case EMAIL -> "E-mail";
            case CALL -> "Call";
            case MESSAGE -> "Message";
            case MEETING -> "Meeting";
            case SOCIAL -> "Social media";
            case LETTER -> "Letter";
        };
    }

    private static String only(Channel channel) {
        return switch (channel) {
            case EMAIL -> "Not by e-mail";
            case CALL -> "Not by phone";
            case MESSAGE -> "Not by messages";
            case MEETING -> "Not in person";
            case SOCIAL -> "Not on social media";
            case LETTER -> "Not by letter";
        };
    }
}
