package dev.switchboard.system;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom, on the compiled classes of every module. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final String CONNECTORS = "dev.switchboard.[crm|ticketing|telephony|commerce]";
    private static final String SYSTEMS = CONNECTORS + ".*..";

    private final JavaClasses classes = new ClassFileImporter().importPaths(SourceTree.classFolders());

    @Test
    void seesEveryModule() {
        assertThat(classes.stream().map(JavaClass::getPackageName))
                .contains(
                        "dev.switchboard.events",
                        "dev.switchboard.integration.port",
                        "dev.switchboard.runtime.call",
                        "dev.switchboard.crm.salesforce",
                        "dev.switchboard.ticketing.zendesk",
                        "dev.switchboard.telephony.twilio",
                        "dev.switchboard.gateway.answers",
                        "dev.switchboard.monitor.stream",
                        "dev.switchboard.sandbox");
    }

    @Test
    void aSystemKnowsNoOtherSystem() {
        check(slices().matching(CONNECTORS + ".(*)..").should().notDependOnEachOther());
        check(slices().matching("dev.switchboard.sandbox.(*)..").should().notDependOnEachOther());
    }

    @Test
    void nobodyKnowsASystem() {
        check(noClasses()
                .that(resideOutsideOfPackages(SYSTEMS))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SYSTEMS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm", "ticketing", "telephony", "commerce", "gateway", "monitor"})
    void aServiceKnowsNoOther(String service) {
        String own = "dev.switchboard." + service + "..";
        check(noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(resideInAPackage(
                                "dev.switchboard.[crm|ticketing|telephony|commerce|gateway|monitor|cli|sandbox]..")
                        .and(resideOutsideOfPackages(own))));
    }

    @Test
    void onlyEventClassesListenToKafka() {
        check(methods()
                .that()
                .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
                .should()
                .beDeclaredInClassesThat(simpleNameEndingWith("Events")
                        .or(resideInAnyPackage(
                                "dev.switchboard.runtime.messaging",
                                "dev.switchboard.gateway.answers",
                                "dev.switchboard.monitor.."))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.eclipse.microprofile.faulttolerance..",
                "io.smallrye.faulttolerance..",
                "org.jboss.logging..",
                "java.util.logging..",
                "org.slf4j..",
                "io.quarkus.logging..",
                "org.apache.kafka..",
                "org.eclipse.microprofile.reactive.messaging..",
                "io.smallrye.reactive.messaging..",
                "io.smallrye.mutiny..",
                "dev.switchboard.runtime.call..",
                "dev.switchboard.runtime.messaging..",
                "dev.switchboard.events.kafka.."
            })
    void anAdapterLeavesTheRestToTheRuntime(String unwanted) {
        check(noClasses()
                .that()
                .resideInAPackage(SYSTEMS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(unwanted));
    }

    /** Values such as money are the ports' own words; events are not. Whoever reads webhooks or listens says what changed. */
    @Test
    void anAdapterKnowsNoEvent() {
        check(noClasses()
                .that()
                .resideInAPackage(SYSTEMS)
                .and()
                .haveSimpleNameNotEndingWith("Webhooks")
                .and()
                .haveSimpleNameNotEndingWith("Subscription")
                .should()
                .dependOnClassesThat()
                .areAssignableTo("dev.switchboard.events.Event"));
    }

    @Test
    void anAdapterNeitherWaitsNorAsksTheMachineForTheTime() {
        check(noClasses()
                .that()
                .resideInAPackage(SYSTEMS)
                .should()
                .callMethodWhere(target(name("sleep")))
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void portsAndCardsNeedNoRuntime() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.switchboard.integration..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.switchboard..")
                        .and(resideOutsideOfPackages("dev.switchboard.integration..", "dev.switchboard.events"))
                        .or(resideInAnyPackage(
                                "io.quarkus..", "io.smallrye..", "jakarta..", "org.eclipse..", "org.apache.."))));
    }

    @Test
    void eventsNeedNothingOfOurs() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.switchboard.events..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.switchboard..")
                        .and(resideOutsideOfPackages("dev.switchboard.events.."))
                        .or(resideInAnyPackage("io.quarkus..", "jakarta.."))));
    }

    @Test
    void onlyTheirKafkaPackageTiesEventsToKafka() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.switchboard.events", "dev.switchboard.events.monitoring")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "io.smallrye..", "org.eclipse.."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Manager", "Helper", "Util", "Utils", "Impl", "Common", "Base", "Data", "Info"})
    void aClassIsNamedByWhatItIs(String suffix) {
        check(noClasses().should().haveSimpleNameEndingWith(suffix));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        check(noFields()
                .that()
                .areDeclaredInClassesThat(resideOutsideOfPackages("dev.switchboard.testkit.."))
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty"));
    }

    @Test
    void noStateIsStaticAndChanges() {
        check(fields().that().areStatic().should().beFinal());
    }

    private void check(ArchRule rule) {
        rule.check(classes);
    }
}
