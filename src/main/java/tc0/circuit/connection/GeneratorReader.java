package tc0.circuit.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.GeneratorClause;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.LetBinding;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.Entity;
import tc0.syntax.elaborate.IndexTerms;
import tc0.syntax.elaborate.LoadedModule;

/** Makes explicit generators of {@code generator} declarations. */
public final class GeneratorReader {

  private final List<ExplicitGenerator.Gates> gates = new ArrayList<>();
  private final List<ExplicitGenerator.Wires> wires = new ArrayList<>();
  private IndexTerms terms;

  private GeneratorReader(IndexTerms terms) {
    this.terms = terms;
  }

  /**
   * A generator and the family it is for.
   *
   * @param family the circuit named in the declaration
   */
  public record Read(ExplicitGenerator generator, Circuit.Family family) {}

  /**
   * Elaborates a declaration.
   *
   * @param module the module it stands in
   * @throws DiagnosticException if a term has an error or the circuit is no family
   */
  public static Read read(LoadedModule module, Declaration.Generator declaration) {
    Circuit.Family family = family(module, declaration);
    GeneratorReader reader = new GeneratorReader(IndexTerms.in(module, family.parameters()));
    declaration.clauses().forEach(reader::clause);
    ExplicitGenerator generator =
        new ExplicitGenerator(
            declaration.name().text(),
            family.parameters(),
            declaration.tier().inKernel(),
            reader.gates,
            reader.wires);
    return new Read(generator, family);
  }

  private static Circuit.Family family(LoadedModule module, Declaration.Generator declaration) {
    Optional<Entity> entity = module.scope().find(declaration.circuit());
    if (entity.isPresent()
        && entity.get() instanceof Entity.Template(var template)
        && !template.isParametric()
        && template.circuit().core() instanceof Circuit.Family family) {
      return family;
    }
    throw new DiagnosticException(
        Diagnostic.error(
                DiagnosticCode.TC0205,
                declaration.circuit().span(),
                "`" + declaration.circuit() + "` has no gates to generate")
            .withHelp("a generator is for a circuit without static arguments, not for an axiom"));
  }

  private void clause(GeneratorClause clause) {
    switch (clause) {
      case GeneratorClause.Let let -> {
        for (LetBinding binding : let.bindings()) {
          terms = terms.let(binding);
        }
      }
      case GeneratorClause.Gate gate -> gates.add(gates(gate));
      case GeneratorClause.Wire wire -> wires.add(wires(wire));
    }
  }

  private ExplicitGenerator.Gates gates(GeneratorClause.Gate clause) {
    List<ExplicitGenerator.Level<Box>> levels = new ArrayList<>();
    IndexTerms place = terms;
    for (GeneratorClause.LabelBox label : clause.label()) {
      IndexTerms.Entered entered = place.enter(label.box());
      levels.add(new ExplicitGenerator.Level<>(label.name().text(), entered.box()));
      place = entered.inside();
    }
    GateType type =
        switch (clause.type()) {
          case AND -> GateType.AND;
          case OR -> GateType.OR;
          case MAJ -> GateType.MAJ;
        };
    return new ExplicitGenerator.Gates(type, clause.complement(), levels);
  }

  private ExplicitGenerator.Wires wires(GeneratorClause.Wire clause) {
    List<ExplicitGenerator.Level<List<String>>> levels = new ArrayList<>();
    IndexTerms place = terms;
    for (GeneratorClause.LabelPattern label : clause.label()) {
      place = place.variables(label.variables());
      levels.add(
          new ExplicitGenerator.Level<>(
              label.name().text(), label.variables().stream().map(Identifier::text).toList()));
    }
    List<ExplicitGenerator.PortField> port = new ArrayList<>();
    for (GeneratorClause.PortField field : clause.port()) {
      switch (field) {
        case GeneratorClause.PortNumeral numeral ->
            port.add(new ExplicitGenerator.PortField.Numeral(numeral.value()));
        case GeneratorClause.PortVariable variable -> {
          place = place.variables(List.of(variable.name()));
          port.add(new ExplicitGenerator.PortField.Variable(variable.name().text()));
        }
      }
    }
    IndexTerms inside = place;
    Predicate condition = clause.condition().map(inside::predicate).orElse(Predicate.TRUE);
    return new ExplicitGenerator.Wires(
        clause.complement(), levels, port, condition, target(clause.child(), inside));
  }

  private static ExplicitGenerator.Target target(GeneratorClause.Child child, IndexTerms place) {
    return switch (child) {
      case GeneratorClause.ConstantChild constant ->
          new ExplicitGenerator.Target.Constant(constant.value());
      case GeneratorClause.WireChild wire -> {
        List<ExplicitGenerator.Level<List<Index>>> levels = new ArrayList<>();
        for (GeneratorClause.LabelTerm label : wire.label()) {
          levels.add(
              new ExplicitGenerator.Level<>(
                  label.name().text(), label.indices().stream().map(place::index).toList()));
        }
        yield new ExplicitGenerator.Target.Bit(wire.complement(), levels);
      }
    };
  }
}
