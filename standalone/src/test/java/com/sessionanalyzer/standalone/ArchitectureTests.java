package com.sessionanalyzer.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;

@AnalyzeClasses(packages = "com.sessionanalyzer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String BASE = "com.sessionanalyzer.";

    @ArchTest
    static final ArchRule servicesDoNotKnowEachOther =
            slices().matching(BASE + "(ingest|analytics|query)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule neutralPackagesOfIntakeKnowNoDomain = knowNoDomain("intake", "text");

    @ArchTest
    static final ArchRule neutralPackagesOfAnalyticsKnowNoDomain = knowNoDomain("analytics", "cube", "streams");

    @ArchTest
    static final ArchRule neutralPackagesOfQueryKnowNoDomain = knowNoDomain(
            "query",
            "cube",
            "projection",
            "live",
            "freshness",
            "kafka",
            "position",
            "audit",
            "request",
            "turn",
            "likeness");

    @ArchTest
    static final ArchRule schemaIsFreeOfSpring = noClasses()
            .that()
            .resideInAPackage(BASE + "schema..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule embeddedPartsAreFreeOfSpring = noClasses()
            .that()
            .resideInAPackage(BASE + "embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule theLauncherIsKnownToNobody = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "standalone..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "standalone..");

    @ArchTest
    static final ArchRule entitiesStayInTheirPackage = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingIsFoundByScanning = noClasses()
            .should()
            .beAnnotatedWith(Component.class)
            .orShould()
            .beAnnotatedWith(Service.class)
            .orShould()
            .beAnnotatedWith(Repository.class)
            .orShould()
            .beAnnotatedWith(ComponentScan.class);

    @ArchTest
    static final ArchRule controllersAreMadeByAConfigurationOfTheirPackage =
            classes().that().areMetaAnnotatedWith(Controller.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule settingsAreRecordsNotValues =
            noClasses().should().dependOnClassesThat().belongToAnyOf(Value.class);

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule identitiesComeFromOnePlace = noClasses().should().callMethod(UUID.class, "randomUUID");

    private static ArchRule knowNoDomain(String service, String... neutral) {
        String[] packages = Stream.of(neutral)
                .map(name -> BASE + service + "." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + service + ".session..", BASE + "schema.session..")
                .as(service + "'s neutral packages know no domain");
    }
}
