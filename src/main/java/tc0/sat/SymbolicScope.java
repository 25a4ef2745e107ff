package tc0.sat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import tc0.reference.Meaning;
import tc0.reference.Scope;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.LetBinding;

/** Names bound to symbolic values and local functions, in front of a scope of the reference. */
final class SymbolicScope {

  /** What a name is bound to here. */
  sealed interface Binding {}

  /** A value. */
  record Bound(SymbolicValue value) implements Binding {}

  /** An expression with parameters, in the scope where it was written. */
  record Local(List<String> parameters, Expression body, SymbolicScope scope) implements Binding {}

  private record Link(String name, Binding binding, Optional<Link> outer) {}

  private final Optional<Link> links;
  private final Scope base;
  private final Scope.Mode mode;

  private SymbolicScope(Optional<Link> links, Scope base, Scope.Mode mode) {
    this.links = links;
    this.base = base;
    this.mode = mode;
  }

  /** The names of a scope of the reference, read in its mode. */
  static SymbolicScope over(Scope base) {
    return new SymbolicScope(Optional.empty(), base, base.mode());
  }

  SymbolicScope with(String name, Binding binding) {
    return new SymbolicScope(Optional.of(new Link(name, binding, links)), base, mode);
  }

  SymbolicScope with(String name, SymbolicValue value) {
    return with(name, new Bound(value));
  }

  SymbolicScope with(String name, BigInteger value) {
    return with(name, SymbolicValue.Fraction.of(value));
  }

  /** The scope with the bindings of a {@code let}. */
  SymbolicScope with(List<LetBinding> bindings) {
    SymbolicScope inner = this;
    for (LetBinding binding : bindings) {
      List<String> parameters = binding.parameters().stream().map(p -> p.text()).toList();
      inner = inner.with(binding.name().text(), new Local(parameters, binding.value(), inner));
    }
    return inner;
  }

  SymbolicScope in(Scope.Mode other) {
    return mode == other ? this : new SymbolicScope(links, base, other);
  }

  Scope.Mode mode() {
    return mode;
  }

  /** What a name is bound to here, without the names of the reference. */
  Optional<Binding> local(String name) {
    for (Optional<Link> link = links; link.isPresent(); link = link.get().outer()) {
      if (link.get().name().equals(name)) {
        return Optional.of(link.get().binding());
      }
    }
    return Optional.empty();
  }

  /** The meaning of a name in the reference. */
  Optional<Meaning> outer(String name) {
    return base.find(name);
  }

  Meaning.Operators operators() {
    return base.operators();
  }
}
