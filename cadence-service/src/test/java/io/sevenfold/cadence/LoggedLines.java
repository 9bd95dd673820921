package io.sevenfold.cadence;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** All that is logged while it is open: messages, what they are made of, contexts and stack traces. */
final class LoggedLines extends Handler implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    LoggedLines() {
        Logger.getLogger("").addHandler(this);
    }

    boolean mention(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    @Override
    public void publish(LogRecord each) {
        StringWriter line = new StringWriter();
        line.write(each.getMessage() + Arrays.toString(each.getParameters()));
        if (each instanceof ExtLogRecord more) {
            line.write(more.getFormattedMessage() + more.getMdcCopy());
        }
        if (each.getThrown() != null) {
            each.getThrown().printStackTrace(new PrintWriter(line));
        }
        lines.add(line.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
