package io.sevenfold.notifier.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.notifier.mail.MailContent.Reached;
import io.sevenfold.notifier.mail.MailContent.Row;
import io.sevenfold.notifier.mail.MailContent.Week;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The manager's week: replies owed too long, how far the team stays with people, and the unseen (principles 8, 1 and 7). */
class TeamMailTest {

    private final MailContent mail = LinksOfTests.content(Samples.all().get("team"), Samples.MORNING);

    @Test
    void tellsItsContentInTheSubject() {
        assertEquals("Your team: 2 replies owed too long, 7 unseen – week of 23 Nov", mail.subject());
    }

    @Test
    void namesWhoOwesWhomAnAnswer() {
        assertEquals(
                new Row(
                        "Ada Lovelace",
                        "Alan Turing has owed an answer since 22 Nov, 00:56; it was to come by 22 Nov, 14:50",
                        null),
                mail.sections().get(0).rows().get(0));
    }

    @Test
    void showsThePersistenceOfAllAndOfEach() {
        Week week = mail.sections().get(1).week();

        assertEquals(
                List.of("The team", "Grace Hopper", "Alan Turing", "Edsger Dijkstra"),
                week.lines().stream().map(MailContent.Persistence::name).toList());
        assertEquals(
                List.of(30L, 27L, 22L, 18L, 14L, 9L, 7L),
                week.lines().get(0).reached().stream().map(Reached::count).toList());
        assertEquals(
                "31 started, 13 wrote back, 6 given up early",
                week.lines().get(0).detail());
        assertEquals(
                "Bars, ever fewer: of 31 people 30 had a 1st touch, 27 had a 2nd touch, 22 had a 3rd touch, 18 had a 4th touch,"
                        + " 14 had a 5th touch, 9 had a 6th touch, 7 had a 7th touch.",
                week.alt());
    }

    @Test
    void drawsABarForEachTouch() throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(new BarChart(List.of(4L, 2L, 0L), 4).png()));

        // Then: from the first, which is full, to the last, which is empty; seen through where nothing is
        int column = picture.getWidth() / 3;
        int quarter = picture.getHeight() / 4;
        assertTrue(isValue(picture, column / 2, quarter));
        assertTrue(!isValue(picture, column + column / 2, quarter));
        assertTrue(isValue(picture, column + column / 2, 3 * quarter));
        assertTrue(!isValue(picture, 2 * column + column / 2, 4 * quarter - 1));
        assertEquals(0, picture.getRGB(column, quarter) >>> 24);
    }

    @Test
    void tellsWhyTheUnseenAreUnseen() {
        assertEquals(
                List.of(
                        new Row(
                                "Hedy Lamarr",
                                "Their cadence has ended, and nothing follows it. Owner: Alan Turing",
                                null),
                        new Row("Chien-Shiung Wu", "They are in no cadence. Owner: Grace Hopper", null),
                        new Row("Radia Perlman", "Their owner is away. Owner: Edsger Dijkstra", null),
                        new Row("And 4 more", null, null)),
                mail.sections().get(2).rows());
    }

    /** Opaque; the rest of a column is faint. */
    private static boolean isValue(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >>> 24 == 255;
    }
}
