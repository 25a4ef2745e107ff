package tc0;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the order of the packages and the isolation of the trusted kernel. */
class ArchitectureTest {

  /** Each package may use itself and those before it, and nothing else of ours. */
  private static final List<String> ORDER =
      List.of(
          "kernel", "syntax", "circuit", "reference", "sat", "algebra", "verify", "report", "cli");

  private static final Path SOURCES = Path.of("src", "main", "java", "tc0");

  private static final JavaClasses TC0 =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("tc0");

  @Test
  void everyPackageUsesOnlyItselfAndThoseBeforeIt() {
    for (int i = 0; i + 1 < ORDER.size(); i++) {
      String[] later =
          ORDER.subList(i + 1, ORDER.size()).stream()
              .map(ArchitectureTest::packages)
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(packages(ORDER.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .check(TC0);
    }
  }

  @Test
  void everyPackageHasAPlaceInTheOrder() throws IOException {
    try (Stream<Path> children = Files.list(SOURCES)) {
      assertThat(children.filter(Files::isDirectory).map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(ORDER);
    }
    assertThat(TC0).noneMatch(type -> type.getPackageName().equals("tc0"));
  }

  @Test
  void noPackagesDependOnEachOtherInACircle() {
    slices().matching("tc0.(**)").should().beFreeOfCycles().check(TC0);
  }

  @Test
  void theKernelDependsOnlyOnJavaBaseAndItself() {
    DescribedPredicate<JavaClass> allowed =
        DescribedPredicate.describe(
            "the kernel or java.base",
            type ->
                type.getBaseComponentType().isPrimitive()
                    || type.getBaseComponentType().getPackageName().equals("tc0.kernel")
                    || type.getBaseComponentType().getPackageName().startsWith("tc0.kernel.")
                    || isInJavaBase(type.getBaseComponentType()));
    classes()
        .that()
        .resideInAPackage(packages("kernel"))
        .should()
        .onlyDependOnClassesThat(allowed)
        .check(TC0);
  }

  @Test
  void theKernelNeverUsesAssertBecauseItIsOffByDefault() {
    assertThat(sourcesMatching(SOURCES.resolve("kernel"), Pattern.compile("\\bassert\\b")))
        .isEmpty();
  }

  @Test
  void onlyTheCommandLineEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packages("cli"))
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(TC0);
  }

  private static String packages(String name) {
    return "tc0." + name + "..";
  }

  private static boolean isInJavaBase(JavaClass type) {
    return ModuleLayer.boot()
        .findModule("java.base")
        .orElseThrow()
        .getPackages()
        .contains(type.getPackageName());
  }

  /** The files under {@code root} whose code, comments and literals removed, contains a match. */
  private static Set<Path> sourcesMatching(Path root, Pattern pattern) {
    try (Stream<Path> files = Files.walk(root)) {
      Set<Path> matching = new TreeSet<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (pattern.matcher(codeOf(Files.readString(file))).find()) {
          matching.add(file);
        }
      }
      return matching;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String codeOf(String source) {
    String notCode =
        "\"\"\"(?s:.*?)\"\"\"" // text block
            + "|\"(?:\\\\.|[^\"\\\\\\n])*+\"" // string
            + "|'(?:\\\\.|[^'\\\\\\n])*+'" // character
            + "|//[^\\n]*+"
            + "|/\\*(?s:.*?)\\*/";
    return source.replaceAll(notCode, " ");
  }
}
