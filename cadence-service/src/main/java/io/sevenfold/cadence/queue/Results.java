package io.sevenfold.cadence.queue;

import io.sevenfold.rest.Problem;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each touchpoint of a selection, in its order. */
@Schema(name = "Results")
public record Results(int done, int refused, List<Result> results) {

    /** One of them. */
    @Schema(name = "Result")
    public record Result(
            UUID touchpointId,
            boolean done,

            @Schema(description = "Why it was refused, as a call for it alone would have been; none where it was done")
            Problem problem) {}

    static Results of(List<Result> results) {
        int done = (int) results.stream().filter(Result::done).count();
        return new Results(done, results.size() - done, results);
    }
}
