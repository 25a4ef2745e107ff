package tc0.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Hypothesis;
import tc0.kernel.Theorem;
import tc0.syntax.ast.Check;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.CircuitTemplate;
import tc0.syntax.elaborate.LoadedModule;
import tc0.syntax.elaborate.Program;

/**
 * What is known of the claim that the primitives of a circuit compute their reference functions:
 * axioms are cited, others are checked at the sizes that the library's lemmas name. Every circuit
 * with a promise is a primitive; the promises of circuits inside it are not asked for, since its
 * own covers them.
 */
final class Meanings {
  private final Map<String, CircuitInfo> promising = new LinkedHashMap<>();
  private final Map<String, List<String>> checks = new LinkedHashMap<>();
  private final Map<String, TreeSet<Hypothesis>> needs = new LinkedHashMap<>();

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
          if (other instanceof LemmaClause.Needs clauseNeeds) {
            clauseNeeds.hypotheses().forEach(name -> need(circuit, name, names));
          } else if (other instanceof Check) {
            checks
                .computeIfAbsent(circuit, c -> new ArrayList<>())
                .add("by lemma " + module.name() + "." + lemma.name().text());
          }
        }
      }
    }
  }

  private void need(String circuit, QualifiedName name, Names names) {
    var hypothesis = names.statement(name, tc0.syntax.ast.Declaration.Hypothesis.class);
    needs
        .computeIfAbsent(circuit, c -> new TreeSet<>())
        .add(
            new Hypothesis(
                Hypothesis.Kind.FACT,
                name.last().text() + ": " + hypothesis.text(),
                String.join("; ", Names.citations(hypothesis.citations()))));
  }

  /** What is known of the primitives that a circuit calls, directly or through other circuits. */
  List<Theorem.Meaning> of(Circuit circuit) {
    return primitives(circuit).stream().map(this::meaning).toList();
  }

  /** What the lemmas about these primitives need, for them to compute what they promise. */
  SortedSet<Hypothesis> conditions(Circuit circuit) {
    TreeSet<Hypothesis> conditions = new TreeSet<>();
    primitives(circuit)
        .forEach(used -> conditions.addAll(needs.getOrDefault(used.name(), new TreeSet<>())));
    return conditions;
  }

  private Collection<Circuit> primitives(Circuit circuit) {
    Map<String, Circuit> found = new LinkedHashMap<>();
    collect(circuit, found, new HashSet<>());
    return found.values();
  }

  private void collect(Circuit circuit, Map<String, Circuit> found, Set<String> seen) {
    if (!seen.add(circuit.name())) {
      return;
    }
    if (promising.containsKey(circuit.name())) {
      found.put(circuit.name(), circuit);
    } else if (circuit instanceof Circuit.Family family) {
      collect(family.body(), found, seen);
    }
  }

  private void collect(List<Declaration> body, Map<String, Circuit> found, Set<String> seen) {
    for (Declaration declaration : body) {
      if (declaration instanceof Declaration.Call call) {
        collect(call.circuit(), found, seen);
      } else if (declaration instanceof Declaration.Iterate iterate) {
        collect(iterate.body(), found, seen);
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
