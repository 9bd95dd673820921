package io.sevenfold.notifier.announcement;

import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.notifier.reminder.Occasion;
import java.util.UUID;

/** The id of what is told of a touchpoint. */
public final class AnnouncementId {

    private AnnouncementId() {}

    /** The same for the same round and occasion of a touchpoint, for ever (N1): a replay finds its own announcement again. */
    public static UUID of(String workspace, UUID touchpointId, int round, Occasion occasion) {
        return UuidCreator.getNameBasedSha1(touchpointId, workspace + "/" + round + "/" + occasion);
    }
}
