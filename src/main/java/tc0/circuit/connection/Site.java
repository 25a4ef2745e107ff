package tc0.circuit.connection;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Form;

/**
 * A name space on a static path of calls and iterations: the body of the family itself, of a called
 * family, or of an iteration. There are finitely many for a family, and none depends on sizes.
 */
final class Site {

  /** What a name stands for inside a site. */
  sealed interface Symbol {
    /** An input array of the family. */
    record Parameter(int input, Circuit.Port port) implements Symbol {}

    /** An alias, a form or a gate array. */
    record Local(Declaration declaration) implements Symbol {}

    /** Output number {@code output} of a call. */
    record Result(Declaration.Call call, int output) implements Symbol {}

    /** A state at the start of the current round. */
    record Current(Declaration.Iterate iterate, Declaration.State state) implements Symbol {}

    /** A state after the last round. */
    record Final(Declaration.Iterate iterate, Declaration.State state) implements Symbol {}
  }

  /** A symbol and the site that declares it. */
  record Resolved(Site site, Symbol symbol) {}

  private final Optional<Site> parent;
  private final Optional<Declaration.Call> call;
  private final Optional<Declaration.Iterate> iterate;
  private final Optional<Circuit.Family> family;
  private final String prefix;
  private final int arity;
  private final List<Declaration> body;
  private final Map<String, Symbol> symbols = new LinkedHashMap<>();
  private final Map<Declaration, Site> children = new IdentityHashMap<>();
  private final Map<Form, Long> leaves = new IdentityHashMap<>();

  private Site(
      Optional<Site> parent,
      Optional<Declaration.Call> call,
      Optional<Declaration.Iterate> iterate,
      Optional<Circuit.Family> family,
      String prefix,
      int arity,
      List<Declaration> body) {
    this.parent = parent;
    this.call = call;
    this.iterate = iterate;
    this.family = family;
    this.prefix = prefix;
    this.arity = arity;
    this.body = body;
    family.ifPresent(
        f -> {
          for (int i = 0; i < f.inputs().size(); i++) {
            declare(f.inputs().get(i).name(), new Symbol.Parameter(i, f.inputs().get(i)));
          }
        });
    iterate.ifPresent(
        i -> i.states().forEach(state -> declare(state.name(), new Symbol.Current(i, state))));
    body.forEach(this::declare);
  }

  /** The site of the outermost family. */
  static Site root(Circuit.Family family) {
    return new Site(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(family),
        "",
        0,
        family.body());
  }

  private void declare(Declaration declaration) {
    switch (declaration) {
      case Declaration.Call c -> {
        for (int i = 0; i < c.circuit().ports().size(); i++) {
          declare(c.name() + "." + c.circuit().ports().get(i).name(), new Symbol.Result(c, i));
        }
      }
      case Declaration.Iterate i ->
          i.states().forEach(state -> declare(state.name(), new Symbol.Final(i, state)));
      default -> declare(declaration.name(), new Symbol.Local(declaration));
    }
  }

  private void declare(String name, Symbol symbol) {
    if (symbols.put(name, symbol) != null) {
      throw new IllegalArgumentException("two declarations of " + prefix + name);
    }
  }

  /** The labels of the path, each followed by a dot. */
  String prefix() {
    return prefix;
  }

  /** The number of indices that the calls and iterations of the path contribute to a gate name. */
  int arity() {
    return arity;
  }

  /** The declarations of this name space. */
  List<Declaration> body() {
    return body;
  }

  /** The caller's site, or the site around an iteration; empty for the outermost family. */
  Optional<Site> parent() {
    return parent;
  }

  /** The call that leads from the parent here. */
  Optional<Declaration.Call> call() {
    return call;
  }

  /** The iteration whose body this is. */
  Optional<Declaration.Iterate> iterate() {
    return iterate;
  }

  /** The family whose body this is. */
  Optional<Circuit.Family> family() {
    return family;
  }

  /** What a name means here. */
  Resolved lookup(String name) {
    Symbol symbol = symbols.get(name);
    if (symbol != null) {
      return new Resolved(this, symbol);
    }
    if (iterate.isPresent()) {
      return parent.orElseThrow().lookup(name);
    }
    throw new IllegalArgumentException("unknown array " + name + " at " + prefix);
  }

  /** The site inside a call of this name space. */
  Site callee(Declaration.Call inner) {
    Circuit.Family callee = (Circuit.Family) inner.circuit();
    return children.computeIfAbsent(
        inner,
        key ->
            new Site(
                Optional.of(this),
                Optional.of(inner),
                Optional.empty(),
                Optional.of(callee),
                prefix + inner.name() + ".",
                arity + inner.box().rank(),
                callee.body()));
  }

  /** The site inside an iteration of this name space. */
  Site round(Declaration.Iterate inner) {
    return children.computeIfAbsent(
        inner,
        key ->
            new Site(
                Optional.of(this),
                Optional.empty(),
                Optional.of(inner),
                Optional.empty(),
                prefix + inner.name() + ".",
                arity + 1,
                inner.body()));
  }

  /** The sites directly inside this one, in order of declaration; axioms have none. */
  List<Site> inner() {
    List<Site> result = new ArrayList<>();
    for (Declaration declaration : body) {
      switch (declaration) {
        case Declaration.Call c when c.circuit() instanceof Circuit.Family -> result.add(callee(c));
        case Declaration.Iterate i -> result.add(round(i));
        default -> {}
      }
    }
    return result;
  }

  /**
   * The number of static positions of literals in a form of this name space, named forms expanded.
   */
  long leaves(Form form) {
    Long known = leaves.get(form);
    if (known != null) {
      return known;
    }
    long count =
        switch (form) {
          case Form.Number number -> 1;
          case Form.Of of -> 1;
          case Form.Add(Form left, Form right) -> Math.addExact(leaves(left), leaves(right));
          case Form.Scale(var weight, Form of) -> leaves(of);
          case Form.Sum(var box, Form summand) -> leaves(summand);
          case Form.Conditional(var condition, Form then, Form otherwise) ->
              Math.addExact(leaves(then), leaves(otherwise));
          case Form.Read(String array, var at) -> leavesOf(lookup(array));
        };
    leaves.put(form, count);
    return count;
  }

  private static long leavesOf(Resolved resolved) {
    Site site = resolved.site();
    return switch (resolved.symbol()) {
      case Symbol.Local(Declaration.FormDefinition definition) -> site.leaves(definition.body());
      case Symbol.Result(Declaration.Call call, int output) ->
          call.circuit() instanceof Circuit.Family callee
              ? site.callee(call).leaves(callee.outputs().get(output).body())
              : 1;
      case Symbol.Parameter(int input, Circuit.Port port) when site.parent().isPresent() ->
          switch (site.call().orElseThrow().arguments().get(input)) {
            case Declaration.Argument.Bits bits -> 1;
            case Declaration.Argument.Forms forms ->
                site.parent().orElseThrow().leaves(forms.body());
          };
      default -> 1;
    };
  }
}
