package tc0.reference;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The names visible at some place and how expressions there are read. Scopes are immutable; binding
 * a name makes an inner scope.
 */
public final class Scope {

  /** How expressions are read. */
  public enum Mode {
    /** Index terms: integers, {@code 2^e} is {@code floor(2^e)}. */
    INDEX,
    /** Specifications: exact real numbers. */
    SPECIFICATION,
    /** Definitions: operators on words are circuits, applied one by one. */
    DEFINITION
  }

  /** Names that are not bound inside: those of a module and of what it imports. */
  public interface Names {
    /** The meaning of a name, dotted if qualified. */
    Optional<Meaning> find(String name);

    /** What operators mean on types. */
    Meaning.Operators operators();

    /** No names at all. */
    static Names none() {
      return of(name -> Optional.empty());
    }

    /** Names without operators. */
    static Names of(Function<String, Optional<Meaning>> find) {
      return new Names() {
        @Override
        public Optional<Meaning> find(String name) {
          return find.apply(name);
        }

        @Override
        public Meaning.Operators operators() {
          return (type, symbol) -> Optional.empty();
        }
      };
    }
  }

  private record Binding(String name, Meaning meaning, Optional<Binding> outer) {}

  private final Names names;
  private final Mode mode;
  private final Optional<Binding> bindings;

  private Scope(Names names, Mode mode, Optional<Binding> bindings) {
    this.names = names;
    this.mode = mode;
    this.bindings = bindings;
  }

  /** The scope of a module, for index terms. */
  public static Scope of(Names names) {
    return new Scope(names, Mode.INDEX, Optional.empty());
  }

  /** This scope with one more name, which hides an outer one. */
  public Scope with(String name, Meaning meaning) {
    return new Scope(names, mode, Optional.of(new Binding(name, meaning, bindings)));
  }

  /** This scope with names bound to values, pairwise. */
  public Scope with(List<String> bound, List<Value> values) {
    Scope scope = this;
    for (int i = 0; i < bound.size(); i++) {
      scope = scope.with(bound.get(i), new Meaning.Known(values.get(i)));
    }
    return scope;
  }

  /** The same names, read in another mode. */
  public Scope in(Mode other) {
    return mode == other ? this : new Scope(names, other, bindings);
  }

  /** How expressions are read here. */
  public Mode mode() {
    return mode;
  }

  /** The meaning of a name, dotted if qualified. */
  public Optional<Meaning> find(String name) {
    for (Optional<Binding> b = bindings; b.isPresent(); b = b.get().outer()) {
      if (b.get().name().equals(name)) {
        return Optional.of(b.get().meaning());
      }
    }
    return names.find(name);
  }

  /** What operators mean on types. */
  public Meaning.Operators operators() {
    return names.operators();
  }
}
