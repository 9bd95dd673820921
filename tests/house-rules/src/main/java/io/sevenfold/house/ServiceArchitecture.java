package io.sevenfold.house;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds a service to the rules of the house and to its own. Each of its own is broken by a class made to break it. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class ServiceArchitecture {

    private final List<ArchRule> own;
    private final List<ArchRule> all;
    private final JavaClasses service;
    private final JavaClasses broken;

    /**
     * @param name the service's, as its package is called
     * @param own the service's own rules; what breaks them is in its package {@code broken}
     */
    protected ServiceArchitecture(String name, List<ArchRule> own) {
        String root = "io.sevenfold." + name;
        this.own = own;
        this.all =
                Stream.concat(HouseRules.ofService(name).stream(), own.stream()).toList();
        this.service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        this.broken = new ClassFileImporter().importPackages(root + ".broken");
    }

    protected List<ArchRule> all() {
        return all;
    }

    protected List<ArchRule> own() {
        return own;
    }

    @Test
    protected void seesTheServicesClasses() {
        assertTrue(service.size() > 30, "too few classes to say anything");
    }

    @ParameterizedTest
    @MethodSource("all")
    protected void holds(ArchRule rule) {
        rule.check(service);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("own")
    protected void isBrokenByWhatBreaksIt(ArchRule rule) {
        assertThrows(AssertionError.class, () -> rule.check(broken));
    }
}
