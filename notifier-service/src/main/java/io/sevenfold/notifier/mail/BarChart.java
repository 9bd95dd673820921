package io.sevenfold.notifier.mail;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws bars side by side, each in a column of the same width, so that a table under them has their numbers. No letters are in it,
 * and no ground: it is seen on white and on black.
 *
 * @param full the value of a bar of full height
 */
record BarChart(List<Long> values, long full) {

    private static final int WIDTH = 1120;
    private static final int HEIGHT = 240;
    private static final int ROUNDING = 16;
    private static final double BAR = 0.62;
    private static final Color GROUND = new Color(130, 145, 158, 56);
    private static final Color VALUE = new Color(0x1f9c81);

    byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            double column = (double) WIDTH / values.size();
            for (int i = 0; i < values.size(); i++) {
                double left = column * i + column * (1 - BAR) / 2;
                bar(pen, GROUND, left, column * BAR, HEIGHT);
                bar(pen, VALUE, left, column * BAR, (double) HEIGHT * values.get(i) / full);
            }
        } finally {
            pen.dispose();
        }
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bar(Graphics2D pen, Color color, double left, double width, double height) {
        if (height > 0) {
            pen.setColor(color);
            pen.fill(new RoundRectangle2D.Double(
                    left, HEIGHT - height, width, height, ROUNDING, Math.min(ROUNDING, height)));
        }
    }
}
