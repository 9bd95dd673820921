package io.sevenfold.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Spells the enumerations of events in the API's description as JSON spells them: by {@code toString}. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class SpelledEnums implements OASFilter {

    private static final String EVENTS = "io.sevenfold.events.";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
            api.getComponents().getSchemas().forEach(SpelledEnums::spell);
        }
    }

    private static void spell(String name, Schema schema) {
        if (schema.getEnumeration() == null) {
            return;
        }
        try {
            Object[] constants = Class.forName(
                            EVENTS + name, false, Thread.currentThread().getContextClassLoader())
                    .getEnumConstants();
            List<Object> spelled = new ArrayList<>();
            for (Object constant : constants) {
                spelled.add(constant.toString());
            }
            schema.setEnumeration(spelled);
        } catch (ClassNotFoundException e) {
            // An enumeration of the service's own or of Java, spelled as its constants are.
        }
    }
}
