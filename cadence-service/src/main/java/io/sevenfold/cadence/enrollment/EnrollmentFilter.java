package io.sevenfold.cadence.enrollment;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which enrollments to list: those that fit all that is given. As a parameter it is named {@code filter}. */
public class EnrollmentFilter {

    @QueryParam("contact")
    @Parameter(description = "Only those of this contact, or of the one it was merged into")
    public UUID contact;

    @QueryParam("cadence")
    @Parameter(description = "Only those in this cadence, at whatever version")
    public UUID cadence;

    @QueryParam("rep")
    @Parameter(description = "Only those of contacts that this rep follows up now")
    public UUID rep;

    @QueryParam("state")
    @Pattern(regexp = "active|ended", message = "must be active or ended")
    @Parameter(description = "Only those that go on, or only those that do not")
    @Schema(enumeration = {"active", "ended"})
    public String state;
}
