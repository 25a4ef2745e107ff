package tc0.verify;

import java.util.List;
import java.util.Optional;
import tc0.kernel.Regime;
import tc0.syntax.ast.Declaration;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.Program;
import tc0.syntax.parser.ModuleParser;
import tc0.syntax.parser.ParseResult;
import tc0.syntax.source.SourceText;

/** Reads a growth as a regime writes it, outside of a file. */
public final class RateReader {
  private RateReader() {}

  /**
   * The rate of {@code parameter in growth}.
   *
   * @param growth for example {@code O(log n)} or {@code poly(n)}
   * @return empty if this is no growth in a parameter
   */
  public static Optional<Regime.Rate> read(Program program, String parameter, String growth) {
    String base = growth.replaceAll("\\b(O|poly|log)\\b|[^a-zA-Z_]", " ").strip();
    String name = base.isEmpty() ? "n" : base.split("\\s+")[0];
    String own = name.equals(parameter) ? parameter + "_" : parameter;
    String source = "regime asked { %s grows; %s in %s; }".formatted(name, own, growth);
    ParseResult parsed = ModuleParser.parse(new SourceText("--vary", source));
    List<Declaration> declarations =
        parsed.module().map(module -> module.declarations()).orElse(List.of());
    if (declarations.size() == 1 && declarations.getFirst() instanceof Declaration.Regime regime) {
      try {
        return Optional.ofNullable(Regimes.of(regime, program.main().scope()).rates().get(own));
      } catch (DiagnosticException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
