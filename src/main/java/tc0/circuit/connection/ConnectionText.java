package tc0.circuit.connection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Tier;

/**
 * The direct connection language of a family to read: how names and ports are made, the predicates,
 * the outputs.
 */
public final class ConnectionText {

  private static final String LEGEND =
      """
      // A gate is named by the calls, rounds and arrays that lead to it and their indices; `not` names its
      // complement twin. The first number of a port is the position of a literal in the body of the gate, then
      // come the indices of boxes and sums on the way. A maj gate is 1 iff at least half of its ports are:
      // each literal of weight c has |c| copies (the next numbers), read at a last 0 and balanced by a constant
      // at a last 1; the last position pads the threshold.
      """;

  private static final String TWINS =
      """
      // The twin of a gate exchanges and with or and complements every child; the twin of [s >= k] is
      // [-s >= 1 - k].
      """;

  private ConnectionText() {}

  /**
   * The text, a {@code generator} declaration between comments, which can be read back.
   *
   * @param circuit what the circuit is called where the declaration will stand
   * @throws LimitExceededException if a literal has too many cases
   */
  public static String of(Circuit.Family family, String circuit, Derivation.Rails rails) {
    ExplicitGenerator unjudged = Derivation.derive(family, rails, Tier.P);
    Tier tier = ClauseTiers.of(unjudged);
    StringBuilder out = new StringBuilder(LEGEND);
    if (rails == Derivation.Rails.POSITIVE) {
      out.append(TWINS);
    }
    Set<String> axioms = new LinkedHashSet<>();
    collectAxioms(family.body(), axioms);
    if (!axioms.isEmpty()) {
      out.append("// Known by signature only, so without gates here: ")
          .append(String.join(", ", axioms))
          .append(".\n");
    }
    String name = circuit.replaceAll("[^A-Za-z0-9_]", "_") + "_connection";
    out.append(
        GeneratorPrinter.print(unjudged.claiming(tier), Derivation.outputs(family), name, circuit));
    List<String> forms = new ArrayList<>();
    for (Circuit.Port port : family.ports()) {
      if (port.form()) {
        forms.add(port.name());
      }
    }
    if (!forms.isEmpty()) {
      out.append("// Carries forms, which are no wires: ")
          .append(String.join(", ", forms))
          .append(".\n");
    }
    return out.toString();
  }

  private static void collectAxioms(List<Declaration> body, Set<String> into) {
    for (Declaration declaration : body) {
      switch (declaration) {
        case Declaration.Call call -> {
          switch (call.circuit()) {
            case Circuit.Axiom axiom -> into.add(axiom.name());
            case Circuit.Family callee -> collectAxioms(callee.body(), into);
          }
        }
        case Declaration.Iterate iterate -> collectAxioms(iterate.body(), into);
        default -> {}
      }
    }
  }
}
