package corymb;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house rules: who may use whom, and what may stand where. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("corymb");

    private static final Set<String> BASE = Set.of("table", "stats", "work", "sql");
    private static final Set<String> CORE = union(
            BASE,
            "reading",
            "repair",
            "importing",
            "quality",
            "identity",
            "privacy",
            "lifetime",
            "feature",
            "preparation",
            "clustering",
            "embedding",
            "rule",
            "segment",
            "path",
            "recommend",
            "experiment",
            "world");

    /** Package by package, the packages of ours it may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("table", Set.of()),
            Map.entry("stats", Set.of("table")),
            Map.entry("work", Set.of()),
            Map.entry("sql", Set.of("table", "work")),
            Map.entry("reading", BASE),
            Map.entry("repair", union(BASE, "reading")),
            Map.entry("importing", union(BASE, "reading", "repair")),
            Map.entry("remote", union(BASE, "importing", "settings")),
            Map.entry("rule", BASE),
            Map.entry("quality", union(BASE, "repair", "importing", "rule")),
            Map.entry("identity", BASE),
            Map.entry("privacy", BASE),
            Map.entry("lifetime", BASE),
            Map.entry("feature", union(BASE, "rule", "lifetime", "preparation")),
            Map.entry("preparation", BASE),
            Map.entry("clustering", union(BASE, "preparation")),
            Map.entry("embedding", union(BASE, "preparation", "clustering")),
            Map.entry("segment", union(BASE, "rule", "feature")),
            Map.entry("path", union(BASE, "rule", "feature", "segment")),
            Map.entry("recommend", union(BASE, "segment")),
            Map.entry("experiment", union(BASE, "segment")),
            Map.entry("world", Set.of("table", "stats", "work")),
            Map.entry("project", CORE),
            Map.entry("store", union(CORE, "project")),
            Map.entry("chart", union(CORE, "project")),
            Map.entry("report", union(CORE, "project", "chart")),
            Map.entry("cli", union(CORE, "remote", "project", "store", "chart", "report")),
            Map.entry("settings", Set.of()));

    private static Set<String> union(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static String topPackage(JavaClass type) {
        var inside = type.getPackageName().replaceFirst("^corymb\\.?", "");
        return inside.contains(".") ? inside.substring(0, inside.indexOf('.')) : inside;
    }

    @TestFactory
    Stream<DynamicTest> packagesUseOnlyWhatTheDesignAllows() {
        return MAY_USE.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> stayWithin(entry.getKey(), union(entry.getValue(), entry.getKey()))));
    }

    private static void stayWithin(String name, Set<String> allowed) {
        check(noClasses()
                .that(describe("are in " + name, type -> topPackage(type).equals(name)))
                .should()
                .dependOnClassesThat(describe(
                        "are ours but not of " + allowed,
                        type -> type.getPackageName().startsWith("corymb") && !allowed.contains(topPackage(type)))));
    }

    @Test
    void everyPackageStandsInTheDesign() {
        assertThat(PRODUCT.stream()
                        .map(ArchitectureTest::topPackage)
                        .filter(name -> !Set.of("", "ui").contains(name)))
                .isSubsetOf(MAY_USE.keySet());
    }

    @Test
    void noPackageIsPartOfACycle() {
        check(slices().matching("corymb.(**)").should().beFreeOfCycles());
    }

    @Test
    void pagesDoNotKnowEachOther() {
        var pages = PRODUCT.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("corymb.ui."))
                .filter(name -> !Set.of("corymb.ui.kit", "corymb.ui.session", "corymb.ui.desk")
                        .contains(name))
                .collect(Collectors.toSet());
        for (var page : pages) {
            var others = pages.stream().filter(other -> !other.equals(page)).toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(page)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others));
        }
    }

    @Test
    void nobodyUsesTheRootAndOnlyTheRootUsesTheWindow() {
        check(noClasses()
                .that()
                .resideInAPackage("corymb.(**)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("corymb"));
        check(noClasses()
                .that()
                .resideOutsideOfPackages("corymb", "corymb.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("corymb.ui..", "javafx.."));
    }

    @Test
    void databasesStayBehindTheirPackages() {
        onlyIn("org.duckdb..", "corymb.sql");
        onlyIn("org.sqlite..", "corymb.store");
        onlyIn("java.sql..", "corymb.sql", "corymb.store", "corymb.remote");
    }

    @Test
    void smileStaysBehindItsWrappers() {
        onlyIn("smile..", "corymb.clustering..", "corymb.predict..");
        check(methods()
                .that()
                .areNotPrivate()
                .should()
                .notHaveRawReturnType(
                        describe("a Smile type", type -> type.getPackageName().startsWith("smile"))));
    }

    @Test
    void picturesAreDrawnInFewPlaces() {
        onlyIn("org.jfree..", "corymb.chart..", "corymb.report..", "corymb.ui.kit..");
        onlyIn("java.awt..", "corymb.chart..", "corymb.report..", "corymb.ui.kit..");
    }

    private static void onlyIn(String library, String... packages) {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    @Test
    void modelsKnowNoControls() {
        check(noClasses()
                .that()
                .resideInAPackage("corymb.ui..")
                .and()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application.."));
    }

    @Test
    void controllersComputeNothing() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("corymb.store..", "corymb.sql..", "smile.."));
    }

    @Test
    void threadsAreStartedInFewPlaces() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("corymb.ui.kit..", "corymb.work..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.concurrent\\.(Executors|.*ExecutorService|ForkJoin.*|CompletableFuture)")
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable"));
    }

    @Test
    void nothingStaticChanges() {
        check(noFields().that().areStatic().should().notBeFinal());
    }

    @Test
    void recordsAndPublicSignaturesHoldNoArrays() {
        var isArray = describe("an array", JavaClass::isArray);
        check(noFields()
                .that()
                .areNotStatic()
                .and()
                .areDeclaredInClassesThat(describe("are records", JavaClass::isRecord))
                .should()
                .haveRawType(isArray));
        var isForKernels = describe(
                "hands out a copy for kernels, or an enum's values",
                (JavaMethod method) -> Set.of("values", "toArray").contains(method.getName()));
        check(noMethods()
                .that()
                .arePublic()
                .and(DescribedPredicate.not(isForKernels))
                .and()
                .areDeclaredInClassesThat(
                        describe("are public and of the core", type -> isCore(type) && isPublic(type)))
                .should()
                .haveRawReturnType(isArray));
    }

    @Test
    void chanceAndTimeComeIn() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|concurrent\\.ThreadLocalRandom)")
                .orShould()
                .callMethod(Math.class, "random"));
        check(noClasses()
                .that()
                .resideOutsideOfPackages("corymb", "corymb.ui..", "corymb.cli", "corymb.work")
                .should()
                .callMethod("java.time.Instant", "now")
                .orShould()
                .callMethod("java.time.LocalDate", "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime"));
    }

    @Test
    void methodsTakeFewParameters() {
        check(noMethods()
                .that(describe("are shaped by us", method -> !method.getName().contains("$") && !isInherited(method)))
                .should(describeMany()));
    }

    private static boolean isInherited(JavaMethod method) {
        var owner = method.getOwner();
        var parameters =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .anyMatch(parent ->
                        parent.tryGetMethod(method.getName(), parameters).isPresent());
    }

    private static com.tngtech.archunit.lang.ArchCondition<JavaMethod> describeMany() {
        return com.tngtech.archunit.lang.ArchCondition.from(describe(
                "have more than 5 parameters",
                method -> method.getRawParameterTypes().size() > 5));
    }

    @Test
    void classesAreFinalUnlessMeantToGrow() {
        check(classes()
                .that()
                .areNotInterfaces()
                .and()
                .areTopLevelClasses()
                .and()
                .areNotEnums()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .haveModifier(JavaModifier.ABSTRACT));
    }

    @Test
    void publicPartsOfTheCoreDoNotChange() {
        check(fields().that()
                .areDeclaredInClassesThat(
                        describe("are public and of the core", type -> isCore(type) && isPublic(type)))
                .should()
                .beFinal());
    }

    private static boolean isCore(JavaClass type) {
        return CORE.contains(topPackage(type)) || topPackage(type).equals("project");
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isPublic).orElse(true);
    }

    @Test
    void nothingIsSerialisedAndNothingScripted() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.Object(In|Out)putStream")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("javax.script.."));
    }

    @Test
    void standardStreamsBelongToTheCommandLine() {
        check(noClasses().that().resideOutsideOfPackages("corymb", "corymb.cli").should(ACCESS_STANDARD_STREAMS));
    }

    private static void check(ArchRule rule) {
        assertThat(PRODUCT).isNotEmpty();
        rule.allowEmptyShould(true).check(PRODUCT);
    }
}
