package tc0.verify;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;

/** The axioms that a circuit reaches through its calls. */
public final class Axioms {
  private Axioms() {}

  /** Names and citations. */
  public static SortedMap<String, String> of(Circuit circuit) {
    SortedMap<String, String> axioms = new TreeMap<>();
    collect(circuit, axioms);
    return axioms;
  }

  private static void collect(Circuit circuit, SortedMap<String, String> axioms) {
    switch (circuit) {
      case Circuit.Axiom axiom -> axioms.put(axiom.name(), axiom.citation());
      case Circuit.Family family -> collect(family.body(), axioms);
    }
  }

  private static void collect(List<Declaration> body, SortedMap<String, String> axioms) {
    for (Declaration declaration : body) {
      if (declaration instanceof Declaration.Call call) {
        collect(call.circuit(), axioms);
      } else if (declaration instanceof Declaration.Iterate iterate) {
        collect(iterate.body(), axioms);
      }
    }
  }
}
