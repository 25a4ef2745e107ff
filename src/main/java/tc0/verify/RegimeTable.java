package tc0.verify;

import java.util.List;
import tc0.kernel.ComplexityClass;
import tc0.syntax.source.Span;

/**
 * What becomes of the main families of a file when the sizes grow at other rates.
 *
 * @param file as the user named it
 */
public record RegimeTable(String file, List<Family> families) {

  public RegimeTable {
    families = List.copyOf(families);
  }

  /**
   * One family.
   *
   * @param circuit its qualified name
   * @param regime the regime of its statements, by name
   * @param rates how the family's parameters grow there, for example {@code p in poly(n)}
   * @param needs conditions of that regime
   * @param depth the derived depth over the named constants of the file
   * @param gates the derived depth in gates; circuits that are only declared have an unknown depth
   */
  public record Family(
      String circuit,
      String regime,
      List<String> rates,
      List<String> needs,
      String depth,
      String gates,
      List<Row> rows) {
    public Family {
      rates = List.copyOf(rates);
      needs = List.copyOf(needs);
      rows = List.copyOf(rows);
    }
  }

  /**
   * One regime.
   *
   * @param regime what is different, for example {@code m in O(log n)}, or the name of a declared
   *     regime
   * @param verdict the class, or why there is none
   * @param dropped conditions of the declared regime that cannot be met at these rates
   * @param broken statements of the file that hold as declared and are refused here
   */
  public record Row(String regime, Verdict verdict, List<String> dropped, List<Broken> broken) {
    public Row {
      dropped = List.copyOf(dropped);
      broken = List.copyOf(broken);
    }
  }

  /** The smallest class that the kernel gives. */
  public sealed interface Verdict {

    /** The rule of the kernel. */
    String rule();

    /** What the kernel said. */
    String statement();

    /** The growth of the depth. */
    String depth();

    /** A level of a hierarchy. */
    record Member(ComplexityClass complexityClass, String rule, String statement, String depth)
        implements Verdict {}

    /** Polynomial size at a depth that is more than polylogarithmic. */
    record Time(String rule, String statement, String depth) implements Verdict {}

    /** No class at all. */
    record None(String rule, String statement, String depth) implements Verdict {}
  }

  /**
   * A clause that is refused.
   *
   * @param statement for example {@code lemma whole_transformer}
   * @param claim the clause
   * @param rule the rule of the kernel that refuses it
   * @param reason the premise that fails
   */
  public record Broken(String statement, String claim, Span span, String rule, String reason) {}
}
