package tc0.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Theorem;
import tc0.syntax.ast.Check;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.CircuitTemplate;
import tc0.syntax.elaborate.LoadedModule;
import tc0.syntax.elaborate.Program;

/**
 * What is known of the claim that the primitives of a circuit compute their reference functions:
 * axioms are cited, others are checked at the sizes that the library's lemmas name. Every operation
 * of an {@code operators} table is a primitive.
 */
final class Meanings {
  private final Map<String, CircuitInfo> promising = new LinkedHashMap<>();
  private final Map<String, List<String>> checks = new LinkedHashMap<>();

  Meanings(Program program) {
    for (LoadedModule module : program.modules()) {
      for (CircuitTemplate template : module.circuits()) {
        if (!template.isParametric() && !template.circuit().ensures().isEmpty()) {
          promising.put(template.name(), template.circuit());
        }
      }
      for (var declaration : module.source().declarations()) {
        if (declaration instanceof tc0.syntax.ast.Declaration.Lemma lemma) {
          record(lemma, module);
        }
      }
    }
  }

  private void record(tc0.syntax.ast.Declaration.Lemma lemma, LoadedModule module) {
    Names names = new Names(module.scope());
    for (LemmaClause clause : lemma.clauses()) {
      if (clause instanceof LemmaClause.Of of) {
        String circuit = names.circuit(of.circuit()).name();
        for (LemmaClause other : lemma.clauses()) {
          if (other instanceof Check) {
            checks
                .computeIfAbsent(circuit, c -> new ArrayList<>())
                .add("by lemma " + module.name() + "." + lemma.name().text());
          }
        }
      }
    }
  }

  List<Theorem.Meaning> of(Circuit circuit) {
    Map<String, Theorem.Meaning> found = new LinkedHashMap<>();
    collect(circuit, found);
    return List.copyOf(found.values());
  }

  private void collect(Circuit circuit, Map<String, Theorem.Meaning> found) {
    if (promising.containsKey(circuit.name()) && !found.containsKey(circuit.name())) {
      found.put(circuit.name(), meaning(circuit));
    }
    if (circuit instanceof Circuit.Family family) {
      collect(family.body(), found);
    }
  }

  private void collect(List<Declaration> body, Map<String, Theorem.Meaning> found) {
    for (Declaration declaration : body) {
      if (declaration instanceof Declaration.Call call) {
        if (!found.containsKey(call.circuit().name())) {
          collect(call.circuit(), found);
        }
      } else if (declaration instanceof Declaration.Iterate iterate) {
        collect(iterate.body(), found);
      }
    }
  }

  private Theorem.Meaning meaning(Circuit circuit) {
    if (circuit instanceof Circuit.Axiom axiom) {
      return new Theorem.Meaning(circuit.name(), Theorem.Meaning.Status.CITED, axiom.citation());
    }
    List<String> lemmas = checks.getOrDefault(circuit.name(), List.of());
    return lemmas.isEmpty()
        ? new Theorem.Meaning(circuit.name(), Theorem.Meaning.Status.UNCHECKED, "")
        : new Theorem.Meaning(
            circuit.name(), Theorem.Meaning.Status.CHECKED, "the sizes stated " + lemmas.get(0));
  }
}
