package io.sevenfold.rest;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param nextCursor to be sent as {@code ?cursor=} for the next page; null on the last one
 */
public record Page<T>(List<T> items, String nextCursor) {

    /**
     * Makes a page of rows that were fetched with one more than the limit, which tells whether there is a next page.
     *
     * @param key the row's place in the list's order
     */
    public static <R, T> Page<T> of(List<R> rows, PageRequest request, Function<R, String> key, Function<R, T> item) {
        boolean more = rows.size() > request.limit;
        List<R> shown = more ? rows.subList(0, request.limit) : rows;
        String next = more ? Cursor.encode(key.apply(shown.get(shown.size() - 1))) : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }
}
