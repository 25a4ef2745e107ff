package tc0.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.Item;
import tc0.syntax.ast.SourceModule;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticRenderer;
import tc0.syntax.parser.ModuleParser;
import tc0.syntax.parser.ParseResult;
import tc0.syntax.source.SourceText;

/** Short ways to parse in tests. */
public final class Modules {

  private Modules() {}

  /** The module of a text that must have no errors. */
  public static SourceModule parsed(String text) {
    SourceText source = new SourceText("test.tc0", text);
    ParseResult result = ModuleParser.parse(source);
    assertThat(result.diagnostics()).as(rendered(source, result)).isEmpty();
    return result.module().orElseThrow();
  }

  /** The diagnostics of a text. */
  public static List<Diagnostic> errors(String text) {
    return ModuleParser.parse(new SourceText("test.tc0", text)).diagnostics();
  }

  /** An expression, as the value of the only array of a circuit. */
  public static Expression expression(String text) {
    SourceModule module = parsed("circuit c() -> bit {\n g = " + text + ";\n}");
    Declaration.Circuit circuit = (Declaration.Circuit) module.declarations().get(0);
    return ((Item.Array) circuit.body().get(0)).value();
  }

  /** All diagnostics as the user sees them. */
  public static String rendered(SourceText source, ParseResult result) {
    DiagnosticRenderer renderer = DiagnosticRenderer.of(source);
    StringBuilder out = new StringBuilder();
    result.diagnostics().forEach(diagnostic -> out.append(renderer.render(diagnostic)));
    return out.toString();
  }

  /** All {@code .tc0} files below some directories, in a fixed order. */
  public static List<Path> files(String... roots) {
    return Stream.of(roots)
        .map(Path::of)
        .filter(Files::isDirectory)
        .flatMap(Modules::walk)
        .toList();
  }

  private static Stream<Path> walk(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(path -> path.toString().endsWith(".tc0")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
