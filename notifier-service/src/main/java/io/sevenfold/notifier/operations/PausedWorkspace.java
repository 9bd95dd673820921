package io.sevenfold.notifier.operations;

import java.time.Instant;

/**
 * A workspace whose mails wait.
 *
 * @param why in the words of who paused it
 * @param since by the domain's clock
 * @param mailsWaiting whose hour has come
 * @param announcementsWaiting what is to be told by now and is in no mail yet
 */
record PausedWorkspace(String workspace, String why, Instant since, long mailsWaiting, long announcementsWaiting) {}
