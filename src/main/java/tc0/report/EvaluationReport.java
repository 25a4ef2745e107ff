package tc0.report;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import tc0.reference.Words;
import tc0.verify.ConcreteSizes;
import tc0.verify.SideBySide;

/**
 * A circuit and its reference on one input.
 *
 * @param circuit its qualified name
 * @param sizes all of them
 * @param inputs by name
 * @param remarks what was rounded
 * @param source where the reference comes from
 * @param result what both returned
 */
public record EvaluationReport(
    String circuit,
    Map<String, BigInteger> sizes,
    Map<String, Words> inputs,
    List<String> remarks,
    String source,
    SideBySide.Result result) {

  private static final int NAME = 12;

  /** For people. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append(circuit).append(" at ").append(ConcreteSizes.text(sizes)).append('\n');
    inputs.forEach((name, words) -> line(out, name, words.describe()));
    remarks.forEach(remark -> line(out, "note", remark));
    line(out, "circuit", result.circuit().map(Words::describe).orElse("no gates"));
    line(
        out,
        "reference",
        result.reference().map(Words::describe).orElse("does not determine one result")
            + "   ("
            + source
            + ")");
    line(out, "verdict", result.agreement().words());
    result.remark().ifPresent(remark -> line(out, "", remark));
    return out.toString();
  }

  private static void line(StringBuilder out, String name, String value) {
    out.append("  ").append(Paragraph.pad(name, NAME)).append(value).append('\n');
  }
}
