package io.sevenfold.cadence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Counts what is executed on a connection: statements, each batch as one, the rows of batches, and the time they took. */
final class Statements {

    /** What one SQL text came to. */
    private static final class Count {
        private long executions;
        private long rows;
        private long nanos;
    }

    private final Map<String, Count> counts = new TreeMap<>();

    Connection counting(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement ? counting(statement, (String) arguments[0]) : result;
        });
    }

    private PreparedStatement counting(PreparedStatement statement, String sql) {
        Count count = counts.computeIfAbsent(sql.strip().replaceAll("\\s+", " "), it -> new Count());
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            long begin = System.nanoTime();
            Object result = invoke(statement, method, arguments);
            if (method.getName().startsWith("execute")) {
                count.executions++;
                count.nanos += System.nanoTime() - begin;
            } else if (method.getName().equals("addBatch")) {
                count.rows++;
            }
            return result;
        });
    }

    long executions() {
        return counts.values().stream().mapToLong(count -> count.executions).sum();
    }

    long rows() {
        return counts.values().stream().mapToLong(count -> count.rows).sum();
    }

    void print() {
        counts.entrySet().stream()
                .sorted((one, other) -> Long.compare(other.getValue().nanos, one.getValue().nanos))
                .forEach(each -> System.out.printf(
                        "%5d x %7d rows in batches %6d ms  %.100s%n",
                        each.getValue().executions,
                        each.getValue().rows,
                        TimeUnit.NANOSECONDS.toMillis(each.getValue().nanos),
                        each.getKey()));
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
