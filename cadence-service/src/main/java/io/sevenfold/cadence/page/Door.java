package io.sevenfold.cadence.page;

import io.sevenfold.rest.links.Link;
import java.util.UUID;

/**
 * The way by which a rep came to one touchpoint: its own link, or the day's.
 *
 * @param path of the touchpoint's page, from the root; its actions' pages are below it. It holds the token: never to be logged
 * @param dayPath of the day it was come to from; null: by its own link
 */
public record Door(Link link, UUID touchpointId, String path, String dayPath) {

    /** By a link that was made for this touchpoint. */
    public static Door of(Link link, String token) {
        return new Door(link, link.touchpointId(), "/touchpoints/" + token, null);
    }

    /** By the rep's day: to what is theirs there. */
    public static Door ofDay(Link link, String dayPath, UUID touchpointId) {
        return new Door(link, touchpointId, dayPath + "/touchpoints/" + touchpointId, dayPath);
    }

    /** Whether it shows only what is the rep's to see, and not one touchpoint whosever it became. */
    boolean isOfDay() {
        return dayPath != null;
    }

    @Override
    public String toString() {
        return "Door[" + link.purpose() + " of rep " + link.repId() + " to touchpoint " + touchpointId + "]";
    }
}
