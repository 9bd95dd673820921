package io.sevenfold.cadence.myday;

import io.sevenfold.cadence.page.Door;
import io.sevenfold.cadence.page.Notice;
import io.sevenfold.cadence.queue.MovedItem;
import io.sevenfold.language.RepTime;
import io.sevenfold.rest.links.Link;
import java.util.List;

/**
 * All that the day's page shows, as things are now.
 *
 * @param summary what there is to do, or that there is nothing
 * @param later what is still to come today; null: nothing
 * @param next what comes after today
 * @param notice what was just done; null: the page was only opened
 * @param groups what is to be done, the most urgent first; none of them is empty
 * @param more how many more are due than the page shows
 * @param moved what found no place today
 * @param moreMoved how many more found none than the page shows
 * @param load how full the next working days are
 * @param path of this page
 * @param subscribedSince since when the rep's calendar can be subscribed to; null: it cannot
 */
record MyDay(
        String rep,
        String date,
        String summary,
        String later,
        String next,
        Notice notice,
        List<Group> groups,
        int more,
        List<MovedCard> moved,
        int moreMoved,
        List<Load> load,
        String path,
        String subscribedSince) {

    /** How many found no place today, shown or not. */
    public int allMoved() {
        return moved.size() + moreMoved;
    }

    /** Cards under one heading. */
    record Group(String id, String title, int count, List<Card> cards) {}

    /**
     * One that found no place.
     *
     * @param ask what the rep is asked to decide after days without a place; null: nothing yet
     */
    record MovedCard(String who, String company, String fromTo, String why, String ask, String path) {

        static MovedCard of(MovedItem it, Link link, String path, RepTime time) {
            String to = it.movedTo() == null ? "" : " to " + time.day(it.movedTo());
            return new MovedCard(
                    it.contactName(),
                    it.contactCompany(),
                    "From " + time.day(it.movedFrom()) + to,
                    it.touchpoint().why() + ".",
                    it.ask().isEmpty()
                            ? null
                            : "No place for " + it.movedDays() + " days: hand it over, pause it, or let it go?",
                    Door.ofDay(link, path, it.touchpoint().id()).path());
        }
    }

    /** How full a day is, of how many places. */
    record Load(String day, int planned, int capacity) {}
}
